package app.carddesk.shared;

import java.nio.file.Path;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * This installation.
 *
 * @param zone the zone in which its days begin and its times are shown
 * @param data the folder that holds what it keeps
 */
@ConfigurationProperties("carddesk")
public record Installation(
        @DefaultValue("Europe/Copenhagen") ZoneId zone,
        @DefaultValue("./data") Path data) {}
