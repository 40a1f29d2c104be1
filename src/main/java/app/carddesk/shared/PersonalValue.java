package app.carddesk.shared;

import java.util.UUID;

/**
 * Something personal that belongs to an act: the customer's value before or after, or what a person wrote as the reason.
 * It is kept sealed under a key of the one it concerns, so that it can be erased without touching the trace of the act.
 *
 * @param concerns the customer; where none is known yet, the case, whose key passes to its customer later
 * @param text in the clear; never a redemption code
 */
public record PersonalValue(UUID concerns, Slot slot, String text) {

    /** Which part of an act a value is. */
    public enum Slot {
        BEFORE,
        AFTER,
        WHY
    }

    /** Nothing of the value, because records are written into messages and logs. */
    @Override
    public String toString() {
        return "PersonalValue[" + slot + " of " + concerns + "]";
    }
}
