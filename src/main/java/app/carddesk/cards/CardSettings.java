package app.carddesk.cards;

import app.carddesk.shared.Region;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What this desk decides about cards.
 *
 * @param formats the known formats by their key, in the order they are shown
 * @param importLimit the largest file that is imported
 * @param confirmImports whether an import that brings money waits for a second person
 * @param importWaits how long it waits before it is thrown away
 */
@ConfigurationProperties("carddesk.cards")
record CardSettings(
        @DefaultValue Map<String, Format> formats,
        @DefaultValue("256MB") DataSize importLimit,
        @DefaultValue("true") boolean confirmImports,
        @DefaultValue("7d") Duration importWaits) {

    /** A format as it is configured; see {@link CardFormat}. */
    record Format(
            String prefix,
            @DefaultValue List<String> regions,
            CardFormat.Spot serial,
            CardFormat.Spot code,
            @DefaultValue("false") boolean blackBox,
            @Nullable String question) {

        CardFormat named(String key) {
            return new CardFormat(
                    key, prefix, regions.stream().map(Region::new).toList(), serial, code, blackBox, question);
        }
    }
}
