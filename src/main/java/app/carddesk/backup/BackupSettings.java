package app.carddesk.backup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The backup a running Carddesk writes every night.
 *
 * @param folder where to; none is written without it
 * @param keep how many of them are kept
 */
@ConfigurationProperties("carddesk.backup")
record BackupSettings(
        @Nullable Path folder, @DefaultValue("7") int keep) {

    BackupSettings {
        if (keep < 1) {
            throw new IllegalArgumentException("carddesk.backup.keep must be 1 or more");
        }
    }
}
