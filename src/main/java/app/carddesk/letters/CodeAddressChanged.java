package app.carddesk.letters;

import app.carddesk.shared.AuditedEvent;
import app.carddesk.shared.PersonalValue;
import app.carddesk.shared.PersonalValue.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another address for a code, or the code once more, was asked for, decided, or taken back. Published in the transaction
 * of the act.
 *
 * @param concerns whose the addresses and words are; all three are kept sealed
 * @param decided where the code went until now; null where nobody had said it
 */
record CodeAddressChanged(
        UUID subjectId,
        UUID caseId,
        UUID request,
        UUID concerns,
        CodeAddressKind kind,
        CodeAddressState reached,
        @Nullable String decided,
        String address,
        @Nullable String words)
        implements AuditedEvent {

    static CodeAddressChanged of(
            CodeAddressRequest asked,
            UUID concerns,
            CodeAddressState reached,
            @Nullable String decided,
            @Nullable String words) {
        return new CodeAddressChanged(
                asked.id(),
                asked.caseId(),
                asked.request(),
                concerns,
                asked.kind(),
                reached,
                decided,
                asked.address(),
                words);
    }

    @Override
    public String act() {
        return "codeAddress." + reached.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String subjectKind() {
        return "codeAddress";
    }

    @Override
    public String stream() {
        return "case:" + caseId;
    }

    @Override
    public String after() {
        return kind.name() + " request:" + request;
    }

    @Override
    public List<PersonalValue> personal() {
        List<PersonalValue> values = new ArrayList<>();
        if (decided != null) {
            values.add(new PersonalValue(concerns, Slot.BEFORE, decided));
        }
        values.add(new PersonalValue(concerns, Slot.AFTER, address));
        if (words != null) {
            values.add(new PersonalValue(concerns, Slot.WHY, words));
        }
        return values;
    }

    /** Without addresses and words, because records are written into messages and logs. */
    @Override
    public String toString() {
        return "CodeAddressChanged[" + subjectId + ", " + reached + "]";
    }
}
