package app.carddesk.startup;

import java.nio.file.Path;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.core.env.Environment;

/** A command finds that a running Carddesk owns the data folder, and can ask that one instead. */
public final class RunningElsewhere extends AbandonedRunException {

    private final transient Path folder;
    private final transient Environment environment;

    RunningElsewhere(Path folder, Environment environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** The data folder. */
    public Path folder() {
        return folder;
    }

    /** Whether the running one has let go of the folder since. */
    public boolean isOver() {
        return DataFolder.isFree(folder);
    }

    /** The settings the command was given. */
    public Environment environment() {
        return environment;
    }
}
