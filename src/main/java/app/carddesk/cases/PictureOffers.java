package app.carddesk.cases;

import app.carddesk.access.ForDesk;
import app.carddesk.cards.Card;
import app.carddesk.cards.CardLookup;
import app.carddesk.cards.CardLookup.Hit;
import app.carddesk.cards.CardLookup.Match;
import app.carddesk.cards.Serial;
import app.carddesk.evidence.Finding;
import app.carddesk.evidence.Findings;
import app.carddesk.evidence.Proof;
import app.carddesk.shared.Installation;
import app.carddesk.shared.Money;
import app.carddesk.shared.ProofKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares what was read on the pictures of a case with what the case says, and offers what could be taken over. */
@Service
@ForDesk
public class PictureOffers {

    /** Where a day or a sum is that of the purchase. */
    private static final Set<ProofKind> RECEIPTS = Set.of(ProofKind.RECEIPT, ProofKind.EMAIL, ProofKind.OTHER);

    /** Where a number that looks like a serial is one, even if the register does not know it. */
    private static final Set<ProofKind> CARDS = Set.of(ProofKind.BACK, ProofKind.EMAIL);

    private final Findings findings;
    private final CardLookup lookup;
    private final Installation installation;

    PictureOffers(Findings findings, CardLookup lookup, Installation installation) {
        this.findings = findings;
        this.lookup = lookup;
        this.installation = installation;
    }

    /** What the pictures of a case offer, in the order in which they came. */
    @Transactional(readOnly = true)
    public List<PictureOffer> of(CaseContents contents) {
        Map<UUID, Proof> proofs = contents.dossier().proofs().stream()
                .filter(proof -> proof.state() != Proof.State.REFUSED)
                .collect(Collectors.toMap(Proof::id, Function.identity()));
        List<PictureOffer> offers = new ArrayList<>();
        Set<Object> told = new HashSet<>();
        for (Finding finding : findings.of(contents.dossier().summary().id())) {
            Proof proof = proofs.get(finding.proof());
            if (proof != null && !finding.dismissed()) {
                offer(finding, proof, contents)
                        .filter(offer -> told.add(tells(offer)))
                        .ifPresent(offers::add);
            }
        }
        return offers;
    }

    /** Remembers that an offer is of no use; false if that could not be remembered. */
    @Transactional
    public boolean dismiss(PictureOffer offer) {
        return findings.dismiss(offer.finding().id());
    }

    private Optional<PictureOffer> offer(Finding finding, Proof proof, CaseContents contents) {
        boolean likeliest = finding.place() == 1;
        boolean receipt = RECEIPTS.contains(proof.kind()) && likeliest;
        return switch (finding.kind()) {
            case SERIAL -> serial(finding, proof, contents.serial());
            case PURCHASE_DATE -> receipt ? day(finding, proof, contents) : Optional.empty();
            case TOTAL -> receipt ? sum(finding, proof, contents) : Optional.empty();
            case COVERED_CODE ->
                likeliest ? Optional.of(new PictureOffer.CodeCovered(finding, proof.kind())) : Optional.empty();
            case UNREAD -> Optional.of(new PictureOffer.Unread(finding, proof.kind()));
            case RECEIPT_NUMBER -> receipt ? number(finding, proof, contents) : Optional.empty();
        };
    }

    /** The same thing said by two pictures is told once. */
    private static Object tells(PictureOffer offer) {
        return switch (offer) {
            case PictureOffer.SameSerial _ -> "same serial";
            case PictureOffer.OtherSerial other -> other.read();
            case PictureOffer.PurchaseDay day -> day.day();
            case PictureOffer.PurchaseSum sum -> sum.sum();
            case PictureOffer.ReceiptNumber number -> List.of(CaseField.RECEIPT_NUMBER, number.number());
            case PictureOffer.CodeCovered covered -> covered.finding().proof();
            case PictureOffer.Unread unread -> List.of(unread.finding().proof());
        };
    }

    private Optional<PictureOffer> serial(Finding finding, Proof proof, @Nullable Serial typed) {
        Optional<Serial> value = Serial.parse(finding.value());
        if (value.isEmpty()) {
            return Optional.empty();
        }
        List<Hit> hits = value.get().equals(typed)
                ? List.of()
                : lookup.find(value.get().value()).hits().stream()
                        .filter(hit -> hit.serial().value().length()
                                == value.get().value().length())
                        .toList();
        boolean exact = hits.stream().anyMatch(hit -> hit.match() == Match.EXACT);
        boolean misread = !exact && hits.stream().anyMatch(hit -> hit.serial().equals(typed));
        if (value.get().equals(typed) || misread) {
            boolean accepted = proof.state() == Proof.State.ACCEPTED && proof.showsSerial();
            return accepted ? Optional.empty() : Optional.of(new PictureOffer.SameSerial(finding, proof.kind()));
        }
        boolean known = exact || hits.size() == 1;
        Serial read = !exact && known ? hits.getFirst().serial() : value.get();
        return known || CARDS.contains(proof.kind())
                ? Optional.of(
                        new PictureOffer.OtherSerial(finding, proof.kind(), typed, read, known, differing(read, typed)))
                : Optional.empty();
    }

    private static Set<Integer> differing(Serial read, @Nullable Serial typed) {
        Set<Integer> positions = new TreeSet<>();
        String one = read.value();
        String other = typed == null ? one : typed.value();
        for (int i = 0; i < one.length(); i++) {
            if (i >= other.length() || one.charAt(i) != other.charAt(i)) {
                positions.add(i);
            }
        }
        return positions;
    }

    private Optional<PictureOffer> day(Finding finding, Proof proof, CaseContents contents) {
        LocalDate day = finding.date();
        LocalDate said = contents.values().get(CaseField.PURCHASE_DATE);
        Card card = contents.dossier().card();
        Instant at = card == null ? null : card.activatedAt();
        LocalDate activated = at == null ? null : LocalDate.ofInstant(at, installation.zone());
        LocalDate otherDay = day.equals(activated) ? null : activated;
        return day.equals(said) && otherDay == null
                ? Optional.empty()
                : Optional.of(new PictureOffer.PurchaseDay(finding, proof.kind(), day, said, otherDay));
    }

    private Optional<PictureOffer> sum(Finding finding, Proof proof, CaseContents contents) {
        Finding.Sum read = finding.sum();
        Money said = contents.values().get(CaseField.PURCHASE_AMOUNT);
        Currency currency = read.currency() != null ? read.currency() : currency(contents);
        if (currency == null || read.amount().stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
            return Optional.empty();
        }
        Money sum = Money.of(read.amount(), currency);
        return Objects.equals(sum, said)
                ? Optional.empty()
                : Optional.of(new PictureOffer.PurchaseSum(finding, proof.kind(), sum, said));
    }

    private static Optional<PictureOffer> number(Finding finding, Proof proof, CaseContents contents) {
        String number = finding.value();
        String said = contents.values().get(CaseField.RECEIPT_NUMBER);
        return said != null && ReceiptKey.of(said).equals(ReceiptKey.of(number))
                ? Optional.empty()
                : Optional.of(new PictureOffer.ReceiptNumber(finding, proof.kind(), number, said));
    }

    /** A sum in kroner, without saying whose, is taken to be in the card's. */
    private static @Nullable Currency currency(CaseContents contents) {
        Card card = contents.dossier().card();
        return card == null ? null : card.currency();
    }
}
