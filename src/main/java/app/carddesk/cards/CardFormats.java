package app.carddesk.cards;

import app.carddesk.shared.RedemptionCodes;
import app.carddesk.shared.Region;
import app.carddesk.startup.CannotStartException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The known formats of serials. They come from the configuration and hold nothing to be guarded. */
@Component
public class CardFormats {

    private static final Pattern PREFIX = Pattern.compile("[A-WYZ0-9][A-Z0-9]{0,7}");

    private final List<CardFormat> formats;

    /** @throws CannotStartException if a prefix cannot be one of a serial */
    CardFormats(CardSettings settings) {
        formats = settings.formats().entrySet().stream()
                .map(entry -> checked(entry.getValue().named(entry.getKey())))
                .toList();
    }

    private static CardFormat checked(CardFormat format) {
        String property = "carddesk.cards.formats." + format.key() + ".prefix";
        if (format.prefix().startsWith("X")) {
            throw new CannotStartException(
                    "The card format \"" + format.key() + "\" has a prefix that begins with X.",
                    "Correct " + property + ": what begins with X is a redemption code and never a serial number, and"
                            + " Carddesk refuses to look for it.");
        }
        if (!PREFIX.matcher(format.prefix()).matches()) {
            throw new CannotStartException(
                    "The card format \"" + format.key() + "\" has a prefix that no serial number can begin with.",
                    "Correct " + property + ": one to eight capital letters A-Z and digits.");
        }
        return format;
    }

    /** All formats, in the order of the configuration. */
    public List<CardFormat> all() {
        return formats;
    }

    /**
     * The formats that what was typed may become or has become; if there are none, those it would have with look-alike
     * characters. Nothing typed fits all; what begins like a redemption code fits none.
     */
    public List<CardFormat> matching(String typed) {
        String value = RedemptionCodes.normalize(typed);
        List<CardFormat> exact = formats.stream()
                .filter(format -> format.prefix().startsWith(value) || value.startsWith(format.prefix()))
                .toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        return formats.stream()
                .filter(format ->
                        LookAlikes.beginsLike(value, format.prefix()) || LookAlikes.beginsLike(format.prefix(), value))
                .toList();
    }

    /** The format of a card whose serial and region are known: the one for its region before one for any. */
    public Optional<CardFormat> of(Serial serial, Region soldIn) {
        List<CardFormat> fitting = formats.stream()
                .filter(format -> serial.value().startsWith(format.prefix()))
                .toList();
        return fitting.stream()
                .filter(format -> format.regions().contains(soldIn))
                .findFirst()
                .or(() -> fitting.stream()
                        .filter(format -> format.regions().isEmpty())
                        .findFirst());
    }
}
