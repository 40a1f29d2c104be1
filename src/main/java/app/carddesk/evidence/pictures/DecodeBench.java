package app.carddesk.evidence.pictures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on files, so many at once and each for so long at most, whatever is in them. Every piece of work gets a thread
 * of its own: one that does not come back, or ends in an {@link Error}, takes nobody else down. Documents and pictures
 * whose readers cannot be bounded here are drawn by processes of their own.
 */
public class DecodeBench {

    private static final Logger LOG = LoggerFactory.getLogger(DecodeBench.class);

    /** How often one waits for a turn as long as a file may take, before one is told that it is busy. */
    private static final int TURNS = 6;

    /** The part of a file's time that every further page of it adds. */
    private static final int PART_OF_A_PAGE = 5;

    private final DrawingLimits limits;
    private final @Nullable Converter converter;
    private final Path workFolder;
    private final Semaphore places;

    /**
     * @param converter for HEIC and AVIF; null if there is none on this machine
     * @param workFolder below it, work that needs files makes a folder of its own
     */
    public DecodeBench(DrawingLimits limits, @Nullable Converter converter, Path workFolder) {
        this.limits = limits;
        this.converter = converter;
        this.workFolder = workFolder;
        this.places = new Semaphore(limits.parallel(), true);
        // Unpacking it takes a moment, which whoever sends the first photo need not wait for.
        Thread.ofPlatform().name("evidence-libraries").daemon(true).start(Leptonica::isThere);
    }

    /** With the converter this machine has, working in the system's temporary folder. */
    public DecodeBench(DrawingLimits limits) {
        this(
                limits,
                Converter.find(limits.time()).orElse(null),
                Path.of(System.getProperty("java.io.tmpdir"), "carddesk-drawing"));
    }

    /**
     * Opens a file for drawing.
     *
     * @param type a type that {@link FileType#isTaken() is taken}
     * @throws UndrawableException if there is no free place, or the file cannot be opened
     */
    public Drawing open(Path file, FileType type) throws UndrawableException {
        Pages pages = pages(file, type);
        try {
            if (!places.tryAcquire(TURNS * limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new UndrawableException(new Undrawable.Busy());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            throw new UndrawableException(new Undrawable.Busy());
        }
        BoundedDrawing drawing = new BoundedDrawing(pages);
        boolean opened = false;
        try {
            drawing.open();
            opened = true;
            return drawing;
        } finally {
            if (!opened) {
                drawing.close();
            }
        }
    }

    private Pages pages(Path file, FileType type) throws UndrawableException {
        return switch (type) {
            case HEIC, AVIF -> {
                if (converter == null) {
                    throw new UndrawableException(new Undrawable.NoConverter(type));
                }
                yield new ConvertedPages(file, limits.maxPixels(), converter, workFolder);
            }
            case PDF -> new DocumentPages(file, limits, workFolder);
            default -> new PicturePages(file, type, limits.maxPixels());
        };
    }

    private final class BoundedDrawing implements Drawing {

        private final Pages pages;
        /** Whoever opened it, and work that has not ended; the last one gives the place back. */
        private final AtomicInteger holders = new AtomicInteger(1);

        private int count;
        private long nanosLeft = limits.time().toNanos();

        BoundedDrawing(Pages pages) {
            this.pages = pages;
        }

        void open() throws UndrawableException {
            count = await(pages::open);
            nanosLeft += (count - 1) * limits.time().toNanos() / PART_OF_A_PAGE;
        }

        @Override
        public int pages() {
            return count;
        }

        @Override
        public byte[] firstLook() throws UndrawableException {
            return await(() ->
                    Pictures.firstLook(pages.draw(1, Pictures.FIRST_LOOK_EDGE).image()));
        }

        @Override
        public DrawnPage page(int number) throws UndrawableException {
            if (number < 1 || number > count) {
                throw new IllegalArgumentException("There is no page " + number);
            }
            return await(() -> pages.draw(number, Pictures.LONG_EDGE));
        }

        @Override
        public void close() {
            leave();
        }

        private <T> T await(Callable<T> work) throws UndrawableException {
            // Left before the answer is there, so that nothing of the work is to be seen once this drawing is closed.
            AtomicBoolean here = new AtomicBoolean(true);
            FutureTask<T> task = new FutureTask<>(() -> {
                try {
                    return work.call();
                } finally {
                    leave(here);
                }
            });
            long start = System.nanoTime();
            start(task, here);
            try {
                return task.get(Math.max(0, nanosLeft), TimeUnit.NANOSECONDS);
            } catch (TimeoutException over) {
                giveUp(task);
                throw new UndrawableException(new Undrawable.TookTooLong());
            } catch (InterruptedException over) {
                giveUp(task);
                Thread.currentThread().interrupt();
                throw new UndrawableException(new Undrawable.Busy());
            } catch (ExecutionException failed) {
                throw new UndrawableException(reason(failed.getCause()));
            } finally {
                nanosLeft -= System.nanoTime() - start;
            }
        }

        private void start(FutureTask<?> task, AtomicBoolean here) {
            holders.incrementAndGet();
            boolean started = false;
            try {
                Thread.ofPlatform().name("evidence-picture").daemon(true).start(() -> {
                    try {
                        task.run();
                    } finally {
                        leave(here);
                    }
                });
                started = true;
            } finally {
                if (!started) {
                    leave(here);
                }
            }
        }

        private void leave(AtomicBoolean here) {
            if (here.getAndSet(false)) {
                leave();
            }
        }

        private void giveUp(FutureTask<?> task) {
            pages.abort();
            task.cancel(true);
        }

        private void leave() {
            if (holders.decrementAndGet() != 0) {
                return;
            }
            try {
                pages.close();
            } catch (IOException left) {
                LOG.warn("What drawing a file needed could not be removed", left);
            } finally {
                places.release();
            }
        }
    }

    /** Decoders of hostile files end in anything, {@link StackOverflowError} and {@link OutOfMemoryError} included. */
    private static Undrawable reason(@Nullable Throwable cause) {
        return cause instanceof UndrawableException undrawable ? undrawable.why() : new Undrawable.Broken();
    }
}
