package app.carddesk.replacements;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Of how many replacements in a hundred that nobody decided on a supervisor is asked to look at afterwards.
 *
 * @param percent where a reader looked at the proofs
 * @param percentUnread where none is installed, so that only the agent looked
 */
@ConfigurationProperties("carddesk.sampling")
record SamplingSettings(
        @DefaultValue("10") int percent, @DefaultValue("50") int percentUnread) {

    SamplingSettings {
        if (percent < 0 || percent > 100 || percentUnread < percent || percentUnread > 100) {
            throw new IllegalArgumentException(
                    "carddesk.sampling: shares are from 0 to 100, and that of unread proofs is not the smaller one");
        }
    }
}
