package app.carddesk.cases;

import app.carddesk.cards.CardFormat;
import app.carddesk.cards.CardFormats;
import app.carddesk.cards.Serial;
import app.carddesk.evidence.SerialNumbers;
import app.carddesk.shared.RedemptionCodes;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells evidence which print has the form of a serial number, from the formats this desk knows. */
@Component
class CaseSerialNumbers implements SerialNumbers {

    /** The articles give no lengths; anything shorter stands on receipts for other things, too. */
    private static final int SHORTEST = 12;

    private static final int LONGEST = 20;
    private static final int FEWEST_DIGITS = 2;

    private final CardFormats formats;

    CaseSerialNumbers(CardFormats formats) {
        this.formats = formats;
    }

    @Override
    public Optional<String> of(String text) {
        String value = RedemptionCodes.normalize(text);
        boolean usual = value.length() >= SHORTEST
                && value.length() <= LONGEST
                && value.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
        if (!usual
                || RedemptionCodes.startsLikeCode(value)
                || Serial.parse(value).isEmpty()) {
            return Optional.empty();
        }
        return formats.matching(value).stream()
                .findFirst()
                .map(CardFormat::prefix)
                .map(prefix -> prefix + value.substring(prefix.length()));
    }
}
