package app.carddesk.cases;

import app.carddesk.cards.Card;
import app.carddesk.cards.Serial;
import app.carddesk.evidence.Finding;
import app.carddesk.evidence.Proof;
import app.carddesk.shared.Money;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.RedemptionCodes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was read on the accepted proofs of a case against its card and what was typed. A reader is not sure of
 * itself and offers several readings: only where none of them fits does a proof contradict. That somebody put a reading
 * away as useless changes nothing here, since it may be their own request.
 *
 * @param accepted the proofs of the case that were accepted
 * @param read everything that was read on the proofs of the case, the likeliest of a kind first on each page
 * @param sought the proofs at which a reader of print looked
 * @param skipped the proofs with a page that it left out, although it is installed
 * @param registered whether the register knows a card of this serial: then it was not misread for another
 */
record ReadOnProofs(
        List<Proof> accepted, List<Finding> read, Set<UUID> sought, Set<UUID> skipped, Predicate<Serial> registered) {

    private static final Set<ProofKind> PURCHASES = Set.of(ProofKind.RECEIPT, ProofKind.EMAIL);

    ReadOnProofs {
        accepted = accepted.stream()
                .filter(proof -> proof.state() == Proof.State.ACCEPTED)
                .toList();
    }

    List<Contradiction> against(Card card, CaseValues told) {
        List<Contradiction> found = new ArrayList<>();
        for (Proof proof : accepted) {
            serial(proof, card.serial()).ifPresent(found::add);
            if (PURCHASES.contains(proof.kind())) {
                day(proof, told.get(CaseField.PURCHASE_DATE)).ifPresent(found::add);
                number(proof, told.get(CaseField.RECEIPT_NUMBER)).ifPresent(found::add);
                sum(proof, paid(card, told)).ifPresent(found::add);
            }
            if (proof.isWithoutPreview()
                    || skipped.contains(proof.id())
                    || sought.contains(proof.id())
                            && !of(proof, Finding.Kind.UNREAD).isEmpty()) {
                found.add(new Contradiction.ProofNotRead(proof.kind()));
            }
        }
        found.addAll(unread());
        return found.stream().distinct().toList();
    }

    private Optional<Contradiction> serial(Proof proof, Serial serial) {
        List<Finding> serials = of(proof, Finding.Kind.SERIAL);
        return serials.isEmpty() || serials.stream().anyMatch(finding -> shows(finding, serial))
                ? Optional.empty()
                : Optional.of(new Contradiction.OtherSerialRead(
                        proof.kind(), shown(serials.getFirst().value())));
    }

    /**
     * A bar code is right or not read at all. Print may have been misread, but only as characters that look alike, and
     * its ends may be gone; then it is no other number, unless another card has exactly that one.
     */
    private boolean shows(Finding finding, Serial serial) {
        Optional<Serial> whole = Serial.parse(finding.value());
        return whole.filter(serial::equals).isPresent()
                || finding.source() == Finding.Source.TEXT
                        && serial.mayBeReadAs(finding.value())
                        && whole.filter(registered).isEmpty();
    }

    /** What was read, in the form serial numbers are shown in; of what may be a redemption code nothing. */
    private static String shown(String read) {
        String plain = RedemptionCodes.normalize(read);
        return RedemptionCodes.containsCode(plain) || RedemptionCodes.startsLikeCode(plain) ? "…" : plain;
    }

    private Optional<Contradiction> day(Proof proof, @Nullable LocalDate told) {
        return told == null
                ? Optional.empty()
                : likeliest(
                                proof,
                                Finding.Kind.PURCHASE_DATE,
                                finding -> finding.date().equals(told))
                        .map(finding -> new Contradiction.OtherDateRead(finding.date(), told));
    }

    private Optional<Contradiction> sum(Proof proof, @Nullable Money told) {
        return told == null
                ? Optional.empty()
                : likeliest(proof, Finding.Kind.TOTAL, finding -> isSame(finding.sum(), told))
                        .map(finding -> new Contradiction.OtherAmountRead(finding.sum(), told));
    }

    private Optional<Contradiction> number(Proof proof, @Nullable String told) {
        return told == null
                ? Optional.empty()
                : likeliest(
                                proof,
                                Finding.Kind.RECEIPT_NUMBER,
                                finding -> ReceiptKey.mayBeMisread(finding.value(), told))
                        .map(finding -> new Contradiction.OtherReceiptRead(finding.value(), told));
    }

    /** The likeliest reading, if there is any and none fits. */
    private Optional<Finding> likeliest(Proof proof, Finding.Kind kind, Predicate<Finding> fits) {
        List<Finding> all = of(proof, kind);
        return all.stream().anyMatch(fits) ? Optional.empty() : all.stream().findFirst();
    }

    private static boolean isSame(Finding.Sum read, Money told) {
        return read.amount().compareTo(told.amount()) == 0
                && (read.currency() == null || read.currency().equals(told.currency()));
    }

    private static @Nullable Money paid(Card card, CaseValues told) {
        Money paid = told.get(CaseField.PURCHASE_AMOUNT);
        return paid == null && card.faceValue() instanceof Money sold ? sold : paid;
    }

    /**
     * What a reader looked for and did not find: the serial number on those pictures on which somebody saw it, day and
     * sum on the receipts. One proof on which it was read is enough, and so is one with pages that no reader looked at
     * because there is none, since the eye of whoever accepted it counts there. On a file without pages nobody saw
     * anything.
     */
    private List<Contradiction> unread() {
        List<Contradiction> found = new ArrayList<>();
        List<Proof> withSerial = accepted.stream().filter(Proof::showsSerial).toList();
        if (isUnread(withSerial, Set.of(Finding.Kind.SERIAL))) {
            found.add(new Contradiction.ProofNotRead(withSerial.getFirst().kind()));
        }
        List<Proof> receipts = accepted.stream()
                .filter(proof -> proof.kind() == ProofKind.RECEIPT)
                .toList();
        if (isUnread(receipts, Set.of(Finding.Kind.PURCHASE_DATE, Finding.Kind.TOTAL))) {
            found.add(new Contradiction.ProofNotRead(ProofKind.RECEIPT));
        }
        return found;
    }

    private boolean isUnread(List<Proof> proofs, Set<Finding.Kind> wanted) {
        List<UUID> ids = proofs.stream().map(Proof::id).toList();
        return !ids.isEmpty()
                && proofs.stream()
                        .allMatch(proof ->
                                proof.isWithoutPreview() || sought.contains(proof.id()) || skipped.contains(proof.id()))
                && read.stream().noneMatch(finding -> ids.contains(finding.proof()) && wanted.contains(finding.kind()));
    }

    private List<Finding> of(Proof proof, Finding.Kind kind) {
        return read.stream()
                .filter(finding -> finding.kind() == kind && Objects.equals(finding.proof(), proof.id()))
                .toList();
    }
}
