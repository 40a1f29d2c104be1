package app.carddesk.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Works on pictures, so many at once and each for so long at most, whatever is in them. Every picture gets a thread of
 * its own: one that does not come back, or ends in an {@link Error}, takes nobody else down.
 */
@Component
class DecodeBench {

    /** How often one waits for a turn as long as a picture may take, before one is told that it is busy. */
    private static final int TURNS = 6;

    private final EvidenceLimits limits;
    private final Semaphore places;

    DecodeBench(EvidenceLimits limits) {
        this.limits = limits;
        this.places = new Semaphore(limits.parallel(), true);
    }

    /** What came of a picture. */
    sealed interface Result {

        record Clean(CleanPicture picture) implements Result {}

        record Failed(Intake.Refused why) implements Result {}
    }

    /** Draws a picture's clean copy. Takes time: never call it while holding a user interface or a transaction. */
    Result clean(Path file, FileType type) {
        AtomicReference<@Nullable Runnable> stop = new AtomicReference<>();
        try {
            if (!places.tryAcquire(TURNS * limits.decodeTime().toMillis(), TimeUnit.MILLISECONDS)) {
                return new Result.Failed(new Intake.Busy());
            }
            FutureTask<CleanPicture> task =
                    new FutureTask<>(() -> Pictures.clean(file, type, limits.maxPixels(), stop::set));
            start(task);
            return await(task, stop);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            return new Result.Failed(new Intake.Interrupted());
        }
    }

    /** The place is free again when the work has really ended, even if nobody waited for it any longer. */
    private void start(FutureTask<CleanPicture> task) {
        boolean started = false;
        try {
            Thread.ofPlatform().name("evidence-picture").daemon(true).start(() -> {
                try {
                    task.run();
                } finally {
                    places.release();
                }
            });
            started = true;
        } finally {
            if (!started) {
                places.release();
            }
        }
    }

    private Result await(FutureTask<CleanPicture> task, AtomicReference<@Nullable Runnable> stop)
            throws InterruptedException {
        try {
            return new Result.Clean(task.get(limits.decodeTime().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException over) {
            giveUp(task, stop);
            return new Result.Failed(new Intake.TookTooLong());
        } catch (InterruptedException over) {
            giveUp(task, stop);
            throw over;
        } catch (ExecutionException failed) {
            return new Result.Failed(reason(failed.getCause()));
        }
    }

    private static void giveUp(FutureTask<CleanPicture> task, AtomicReference<@Nullable Runnable> stop) {
        Runnable abort = stop.get();
        if (abort != null) {
            abort.run();
        }
        task.cancel(true);
    }

    /** Decoders of hostile pictures end in anything, {@link StackOverflowError} and {@link OutOfMemoryError} included. */
    private Intake.Refused reason(@Nullable Throwable cause) {
        return switch (cause) {
            case Pictures.TooManyPixelsException many -> new Intake.TooManyPixels(many.pixels(), limits.maxPixels());
            case IOException broken -> new Intake.Broken();
            case null, default -> new Intake.Broken();
        };
    }
}
