package app.carddesk.replacements.ui;

import app.carddesk.cases.CaseRefusal;
import app.carddesk.replacements.Basis;
import app.carddesk.replacements.DecisionOutcome;
import app.carddesk.replacements.Outlook;
import app.carddesk.replacements.Refusal;
import app.carddesk.replacements.RequestState;
import app.carddesk.replacements.StockNeed;
import app.carddesk.shared.Content;
import app.carddesk.shared.Words;
import app.carddesk.shared.ui.Faults;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

/** What requests, refusals and missing stock are called on the screens. */
final class RequestTexts {

    private static final String REFUSAL = "replacements.refusal.";

    private RequestTexts() {}

    /** Why nothing was done, and what can be done about it. */
    static String of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.VerdictChanged changed ->
                changed.amount() == null
                        ? Texts.t(REFUSAL + "changed", Texts.t("terms.reason." + changed.now()))
                        : Texts.t(
                                REFUSAL + "changedAmount",
                                Texts.t("terms.reason." + changed.now()),
                                Formats.current().money(changed.amount()));
            case Refusal.AlreadyLive live ->
                Texts.t(
                        REFUSAL + "alreadyLive",
                        live.number().toString(),
                        live.caseNumber().toString(),
                        Texts.of(live.state()));
            case Refusal.OwnRequest() -> Texts.t(REFUSAL + "own");
            case Refusal.OwnCase() -> Texts.of(CaseRefusal.OWN_CASE);
            case Refusal.BroughtIn() -> Texts.t(REFUSAL + "broughtIn");
            case Refusal.OwnStock() -> Texts.t(REFUSAL + "ownStock");
            case Refusal.ContactChanged() -> Texts.t(REFUSAL + "contactChanged");
            case Refusal.AddressChanged() -> Texts.t(REFUSAL + "addressChanged");
            case Refusal.NotYours() -> Texts.t(REFUSAL + "notYours");
            case Refusal.Stale(RequestState now) -> Texts.t(REFUSAL + "stale", Texts.of(now));
            case Refusal.NewMarks(Outlook unseen) ->
                Texts.t(
                        REFUSAL + "newMarks",
                        Marks.of(unseen).stream().map(Marks::why).collect(Collectors.joining(" ")));
            case Refusal.LookedAtBefore() -> Texts.t(REFUSAL + "lookedAt");
            case Refusal.WrongState(RequestState now) -> Texts.t(REFUSAL + "wrongState", Texts.of(now));
            case Refusal.NothingOnLedger() -> Texts.t(REFUSAL + "nothingOnLedger");
            case Refusal.NotReplaceable refused -> Texts.t(REFUSAL + "notReplaceable", Texts.of(refused.state()));
            case Refusal.AlreadyReplaced() -> Texts.t(REFUSAL + "alreadyReplaced");
            case Refusal.NoCard() -> Texts.t(REFUSAL + "noCard");
            case Refusal.NobodyToReach nobody -> nobody(nobody);
            case Refusal.OwnAddress() -> Texts.t(REFUSAL + "ownAddress");
            case Refusal.CaseClosed() -> Texts.t(REFUSAL + "caseClosed");
            case Refusal.UnfitWords(Words.Fault fault) -> Faults.of(fault);
            case Refusal.KeyReused() -> Texts.t(REFUSAL + "key");
            case Refusal.KeyUnfit() -> Texts.t(REFUSAL + "key");
        };
    }

    private static String nobody(Refusal.NobodyToReach lack) {
        String what = lack.named() ? "address" : lack.reachable() ? "name" : "both";
        return Texts.t(REFUSAL + "nobody." + what);
    }

    /** What an act came to. */
    static String reached(RequestState state) {
        return Texts.t("replacements.reached." + state);
    }

    static String missing(StockNeed need) {
        return Texts.t(
                "replacements.missing",
                Texts.of(need.kind()),
                Texts.of(need.form()).toLowerCase(Locale.ROOT),
                need.region().displayName(UI.getCurrent().getLocale()),
                need.unit().startsWith(Content.PREFIX) ? need.unit().substring(Content.PREFIX.length()) : need.unit());
    }

    static String basis(Basis basis) {
        return Texts.of(basis);
    }

    /** How long ago something was, in the largest unit that fits. */
    static String age(Instant since, Instant now) {
        Duration age = Duration.between(since, now);
        if (age.toMinutes() < 1) {
            return Texts.t("replacements.age.now");
        }
        if (age.toHours() < 1) {
            return Texts.t("replacements.age.minutes", age.toMinutes());
        }
        return age.toDays() < 1
                ? Texts.t("replacements.age.hours", age.toHours())
                : Texts.t("replacements.age.days", age.toDays());
    }

    static Tone tone(RequestState state) {
        return switch (state) {
            case PENDING, RETURNED, WAITING_FOR_STOCK -> Tone.WARN;
            case ISSUED -> Tone.OK;
            case REFUSED -> Tone.BAD;
            case WITHDRAWN -> Tone.PLAIN;
        };
    }

    static Tone tone(DecisionOutcome outcome) {
        return switch (outcome) {
            case APPROVED -> Tone.OK;
            case RETURNED -> Tone.WARN;
            case REFUSED -> Tone.BAD;
        };
    }
}
