package app.carddesk.evidence.link;

import app.carddesk.shared.CustomerTexts;
import app.carddesk.shared.Language;
import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** What is written to the customer about a link, in the customer's language. */
public record LinkMessage(Language language, String subject, String text) {

    /**
     * @param address where the link leads
     * @param zone the zone in which its end is told
     */
    public static LinkMessage of(UploadLink link, URI address, ZoneId zone) {
        String until = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(link.language().formats())
                .format(link.expiresAt().atZone(zone));
        return new LinkMessage(
                link.language(),
                CustomerTexts.t(link.language(), "link.message.subject"),
                CustomerTexts.t(link.language(), "link.message.text", address.toString(), until));
    }
}
