package app.carddesk.startup;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what Carddesk writes from other accounts of the machine: folders 0700, files 0600. Where the system knows no such
 * rights, as on Windows, everything stays as the folder above has it.
 */
public final class OwnerOnly {

    private static final Logger LOG = LoggerFactory.getLogger(OwnerOnly.class);

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    /** What is never given to group and others. */
    private static final int MASK = 0077;

    private OwnerOnly() {}

    /** Makes every file that this process writes from now on its owner's alone, also those that libraries write. */
    public static void fromNowOn() {
        try {
            Linker linker = Linker.nativeLinker();
            linker.defaultLookup().find("umask").ifPresent(umask -> {
                try {
                    int before = (int) linker.downcallHandle(
                                    umask, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT))
                            .invokeExact(MASK);
                    LOG.debug("Files were made with the mask {} before", before);
                } catch (Throwable e) {
                    throw new IllegalStateException("The mask of new files cannot be set", e);
                }
            });
        } catch (UnsupportedOperationException | IllegalCallerException e) {
            LOG.info("The rights of new files are as the system gives them: {}", e.getMessage());
        }
    }

    /**
     * Takes from a folder and all that is in it what others were given. Links are left alone.
     *
     * @return false if something in it can still be read by others, because it belongs to another account or the file
     *     system keeps no rights
     */
    static boolean tighten(Path folder) {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return true;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes)
                        throws IOException {
                    set(visited, FOLDER);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile()) {
                        set(visited, FILE);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path visited, IOException e) {
                    // Gone meanwhile, or nobody's who runs Carddesk.
                    return FileVisitResult.CONTINUE;
                }
            });
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void set(Path path, Set<PosixFilePermission> rights) throws IOException {
        PosixFileAttributes has = Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!has.permissions().stream().allMatch(rights::contains)) {
            Files.setPosixFilePermissions(path, rights);
        }
    }
}
