package app.carddesk.crash;

import java.util.UUID;

/**
 * One act that is about to be done, with everything needed to do it again after a restart.
 *
 * @param request the request it is about, or null where it makes one
 * @param before what there was of it
 * @param stock how many cards were put into the stock for it
 */
record Job(
        Deed deed,
        UUID caseId,
        UUID card,
        String unit,
        long amount,
        UUID request,
        long version,
        String key,
        int stock,
        Traces before) {

    /** What there is of it once it was done. */
    Traces after() {
        return before.plus(deed.changes());
    }

    Job with(Traces now) {
        return new Job(deed, caseId, card, unit, amount, request, version, key, stock, now);
    }

    String written() {
        return String.join(
                " ",
                deed.name(),
                caseId.toString(),
                card.toString(),
                unit,
                Long.toString(amount),
                request == null ? "-" : request.toString(),
                Long.toString(version),
                key,
                Integer.toString(stock),
                before.written());
    }

    static Job read(String written) {
        String[] parts = written.split(" ", -1);
        return new Job(
                Deed.valueOf(parts[0]),
                UUID.fromString(parts[1]),
                UUID.fromString(parts[2]),
                parts[3],
                Long.parseLong(parts[4]),
                parts[5].equals("-") ? null : UUID.fromString(parts[5]),
                Long.parseLong(parts[6]),
                parts[7],
                Integer.parseInt(parts[8]),
                Traces.read(parts[9]));
    }
}
