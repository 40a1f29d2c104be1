package app.carddesk.letters;

import app.carddesk.cards.Card;
import app.carddesk.cases.CaseDossier;
import app.carddesk.shared.CardKind;
import app.carddesk.shared.Content;
import app.carddesk.shared.CustomerTexts;
import app.carddesk.shared.Language;
import app.carddesk.shared.Money;
import app.carddesk.shared.Place;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.Worth;
import app.carddesk.terms.Fact;
import app.carddesk.terms.Facts;
import app.carddesk.terms.Outcome;
import app.carddesk.terms.Verdict;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the placeholders of a letter say on a case, in the customer's language. Each always says something: what is not
 * known is paraphrased, so that no letter has a hole.
 */
final class LetterValues {

    private static final int SHOWN_OF_SERIAL = 4;

    private final Language language;
    private final CaseDossier dossier;
    private final Special special;
    private final String contact;

    LetterValues(Language language, CaseDossier dossier, Special special, String contact) {
        this.language = language;
        this.dossier = dossier;
        this.special = special;
        this.contact = contact;
    }

    /**
     * What the case's own verdict cannot tell.
     *
     * @param amount what was issued or granted
     * @param reason why a request was refused
     */
    record Special(@Nullable Worth amount, @Nullable String reason) {

        static final Special NOTHING = new Special(null, null);
    }

    Map<String, String> all() {
        Map<String, String> values = new HashMap<>();
        for (Placeholder placeholder : Placeholder.values()) {
            String value = value(placeholder);
            values.put(placeholder.key(), placeholder == Placeholder.CODE ? value : value.replace(LetterText.CODE, ""));
        }
        return values;
    }

    private String value(Placeholder placeholder) {
        return switch (placeholder) {
            case GREETING -> greeting();
            case CASE_NUMBER -> dossier.summary().number().toString();
            case CARD -> card();
            case AMOUNT -> amount();
            case MISSING -> list(missing(), "letters.value.missing");
            case PLACES -> list(places().stream().map(this::name).toList(), "letters.value.places");
            case REGION -> region();
            case EXPIRY -> expiry();
            case BECAUSE -> because();
            case REASON -> special.reason() == null ? t("letters.value.reason") : special.reason();
            case CODE -> LetterText.CODE;
            case RIGHTS -> t("letters.value.rights");
            case CONTACT ->
                t("letters.value.contact", contact, dossier.summary().number().toString());
        };
    }

    private String because() {
        return t("letters.because."
                + (dossier.verdict().outcome() == Outcome.SUPERVISOR
                        ? dossier.verdict().main().rule().name()
                        : "other"));
    }

    private String greeting() {
        String name = dossier.summary().customerName();
        return name == null || name.isBlank()
                ? t("letters.value.greeting.nobody")
                : t("letters.value.greeting", name.strip().replaceAll("\\s+", " "));
    }

    private String card() {
        Card card = dossier.card();
        if (card == null) {
            return t("letters.value.card.unknown");
        }
        String serial = card.serial().value();
        return t(
                card.kind() == CardKind.CONTENT_CODE ? "letters.value.code" : "letters.value.card",
                serial.substring(Math.max(0, serial.length() - SHOWN_OF_SERIAL)),
                t("cardKind." + card.kind().name()));
    }

    private String amount() {
        Worth worth = special.amount();
        if (worth == null) {
            worth = dossier.verdict().amount();
        }
        Card card = dossier.card();
        if (worth == null && card != null && !card.balance().isNothing()) {
            worth = card.balance();
        }
        return worth == null ? t("letters.value.amount") : money(worth);
    }

    private String money(Worth worth) {
        return switch (worth) {
            case Money money -> {
                NumberFormat format = NumberFormat.getNumberInstance(language.formats());
                format.setMinimumFractionDigits(money.currency().getDefaultFractionDigits());
                format.setMaximumFractionDigits(money.currency().getDefaultFractionDigits());
                yield money.currency().getCurrencyCode() + "\u00a0" + format.format(money.amount());
            }
            case Content content -> t("letters.value.content", content.quantity());
        };
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Verdict.Reason reason : dossier.verdict().reasons()) {
            for (Fact fact : reason.facts()) {
                if (fact instanceof Fact.Unknown(Fact.Missing what)) {
                    missing.add(t("letters.ask." + what.name()));
                } else if (fact instanceof Fact.ProofStands(ProofKind kind, Facts.Proof proof)
                        && proof != Facts.Proof.ACCEPTED) {
                    missing.add(t("letters.proof." + kind.name()));
                }
            }
        }
        return missing.stream().distinct().toList();
    }

    private Set<Place> places() {
        return dossier.verdict().reasons().stream()
                .flatMap(reason -> reason.facts().stream())
                .flatMap(fact -> fact instanceof Fact.UsableAt(Set<Place> places) ? places.stream() : Stream.empty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String name(Place place) {
        return t("place." + place.name());
    }

    private String region() {
        Card card = dossier.card();
        return card == null ? t("letters.value.region") : card.soldIn().displayName(language.locale());
    }

    private String expiry() {
        Card card = dossier.card();
        LocalDate expiry = card == null ? null : card.expiry();
        return expiry == null
                ? t("letters.value.expiry")
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language.formats())
                        .format(expiry);
    }

    private String list(Collection<String> points, String otherwise) {
        return points.isEmpty()
                ? "- " + t(otherwise)
                : points.stream().map(point -> "- " + point).collect(Collectors.joining("\n"));
    }

    private String t(String key, Object... parameters) {
        return Objects.requireNonNull(CustomerTexts.t(language, key, parameters));
    }
}
