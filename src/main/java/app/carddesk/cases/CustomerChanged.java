package app.carddesk.cases;

import app.carddesk.shared.AuditedEvent;
import app.carddesk.shared.PersonalValue;
import app.carddesk.shared.PersonalValue.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Personal data of a customer were written. Published in the transaction of the change.
 *
 * @param field which value, or {@code customer} where the case went to another customer
 * @param was and is what it held and holds, in canonical form; personal, and kept sealed
 */
public record CustomerChanged(
        UUID customerId,
        UUID caseId,
        String field,
        @Nullable UUID formerCustomer,
        @Nullable String was,
        @Nullable String is)
        implements AuditedEvent {

    /** The {@code field} of a case that was given to another customer. */
    public static final String WHO = "customer";

    CustomerChanged(UUID customerId, UUID caseId, String field, @Nullable String was, @Nullable String is) {
        this(customerId, caseId, field, null, was, is);
    }

    static CustomerChanged switched(UUID caseId, @Nullable UUID from, UUID to) {
        return new CustomerChanged(to, caseId, WHO, from, null, null);
    }

    @Override
    public String act() {
        return formerCustomer == null ? "customer.changed" : "customer.switched";
    }

    @Override
    public String subjectKind() {
        return "customer";
    }

    @Override
    public UUID subjectId() {
        return customerId;
    }

    @Override
    public String stream() {
        return "case:" + caseId;
    }

    @Override
    public @Nullable String before() {
        return formerCustomer == null ? null : "customer:" + formerCustomer;
    }

    /** Which field; what stood and stands in it is personal. */
    @Override
    public String after() {
        return field + " case:" + caseId;
    }

    @Override
    public List<PersonalValue> personal() {
        List<PersonalValue> values = new ArrayList<>();
        if (was != null) {
            values.add(new PersonalValue(customerId, Slot.BEFORE, was));
        }
        if (is != null) {
            values.add(new PersonalValue(customerId, Slot.AFTER, is));
        }
        return values;
    }

    /** Without the values, because records are written into messages and logs. */
    @Override
    public String toString() {
        return "CustomerChanged[" + customerId + ", " + caseId + ", " + field + "]";
    }
}
