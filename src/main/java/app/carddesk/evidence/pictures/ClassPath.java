package app.carddesk.evidence.pictures;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How another process of this very application is started, whichever way it was packed. */
final class ClassPath {

    private static final String PACKED_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";
    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

    private ClassPath() {}

    /** The arguments for the {@code java} command, up to the main class with its name. */
    static List<String> launching(Class<?> main) {
        String classPath = SEPARATOR
                .splitAsStream(System.getProperty("java.class.path"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return isPacked(main)
                ? List.of("-cp", classPath, "-Dloader.main=" + main.getName(), PACKED_LAUNCHER)
                : List.of("-cp", classPath, main.getName());
    }

    /** Whether the classes lie in an archive within the archive that was started. */
    private static boolean isPacked(Class<?> main) {
        return main.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()
                        .contains("/BOOT-INF/")
                || main.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()
                        .startsWith("jar:nested:");
    }
}
