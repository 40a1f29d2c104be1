package app.carddesk.audit;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the audit trail is fixed.
 *
 * @param anchorEvery how often the heads of the chains are fixed
 * @param anchors the file outside the database that anchors are appended to; {@code audit-anchors.log} in the data folder
 *     if none is given. Best on another disk, or one that can only be appended to
 */
@ConfigurationProperties("carddesk.audit")
record AuditSettings(
        @DefaultValue("1m") Duration anchorEvery, @Nullable Path anchors) {}
