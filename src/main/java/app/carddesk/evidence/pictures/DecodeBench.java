package app.carddesk.evidence.pictures;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Works on files, so many at once and each for so long at most, whatever is in them. Every piece of work gets a thread
 * of its own: one that does not come back, or ends in an {@link Error}, takes nobody else down.
 */
public class DecodeBench {

    /** How often one waits for a turn as long as a file may take, before one is told that it is busy. */
    private static final int TURNS = 6;

    private final DrawingLimits limits;
    private final Semaphore places;

    public DecodeBench(DrawingLimits limits) {
        this.limits = limits;
        this.places = new Semaphore(limits.parallel(), true);
    }

    /**
     * Opens a file for drawing.
     *
     * @param type a type that {@link FileType#isTaken() is taken}
     * @throws UndrawableException if there is no free place, or the file cannot be opened
     */
    public Drawing open(Path file, FileType type) throws UndrawableException {
        try {
            if (!places.tryAcquire(TURNS * limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new UndrawableException(new Undrawable.Busy());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            throw new UndrawableException(new Undrawable.Busy());
        }
        return new PictureDrawing(file, type);
    }

    private final class PictureDrawing implements Drawing {

        private final Path file;
        private final FileType type;
        private final AtomicReference<@Nullable Runnable> stop = new AtomicReference<>();
        /** Whoever opened it, and work that has not ended; the last one gives the place back. */
        private final AtomicInteger holders = new AtomicInteger(1);

        PictureDrawing(Path file, FileType type) {
            this.file = file;
            this.type = type;
        }

        @Override
        public int pages() {
            return 1;
        }

        @Override
        public byte[] firstLook() throws UndrawableException {
            return await(() -> Pictures.firstLook(file, type, limits.maxPixels(), stop::set));
        }

        @Override
        public DrawnPage page(int number) throws UndrawableException {
            return await(() -> Pictures.draw(file, type, limits.maxPixels(), stop::set));
        }

        @Override
        public void close() {
            leave();
        }

        private <T> T await(Callable<T> work) throws UndrawableException {
            FutureTask<T> task = new FutureTask<>(work);
            start(task);
            try {
                return task.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException over) {
                giveUp(task);
                throw new UndrawableException(new Undrawable.TookTooLong());
            } catch (InterruptedException over) {
                giveUp(task);
                Thread.currentThread().interrupt();
                throw new UndrawableException(new Undrawable.Busy());
            } catch (ExecutionException failed) {
                throw new UndrawableException(reason(failed.getCause()));
            }
        }

        private void start(FutureTask<?> task) {
            holders.incrementAndGet();
            boolean started = false;
            try {
                Thread.ofPlatform().name("evidence-picture").daemon(true).start(() -> {
                    try {
                        task.run();
                    } finally {
                        leave();
                    }
                });
                started = true;
            } finally {
                if (!started) {
                    leave();
                }
            }
        }

        private void giveUp(FutureTask<?> task) {
            Runnable abort = stop.get();
            if (abort != null) {
                abort.run();
            }
            task.cancel(true);
        }

        private void leave() {
            if (holders.decrementAndGet() == 0) {
                places.release();
            }
        }
    }

    /** Decoders of hostile files end in anything, {@link StackOverflowError} and {@link OutOfMemoryError} included. */
    private static Undrawable reason(@Nullable Throwable cause) {
        return cause instanceof UndrawableException undrawable ? undrawable.why() : new Undrawable.Broken();
    }
}
