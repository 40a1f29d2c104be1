package app.carddesk.evidence.link;

import app.carddesk.evidence.Intake;
import app.carddesk.evidence.pictures.Undrawable;
import app.carddesk.shared.CustomerTexts;
import app.carddesk.shared.Language;
import java.text.NumberFormat;

/** Why a file was not taken, as it is told to a customer: what it is, and what to do now. Nothing of the case. */
final class LinkTexts {

    private static final long MEGABYTE = 1024 * 1024;

    private LinkTexts() {}

    static String refusal(Language language, Intake.Refused why) {
        return switch (why) {
            case Intake.TooLarge(long limit) -> tooLarge(language, limit);
            case Intake.NotAPicture(var type) ->
                CustomerTexts.t(language, "link.failure.notAPicture", CustomerTexts.t(language, type.key()));
            case Intake.CardNeedsPhoto _ -> CustomerTexts.t(language, "link.failure.cardNeedsPhoto");
            case Intake.NotDrawn(var undrawable) -> notDrawn(language, undrawable);
            case Intake.Infected() -> CustomerTexts.t(language, "link.failure.infected");
            case Intake.TooLargeToScan() -> CustomerTexts.t(language, "link.failure.tooMuch");
            case Intake.ScannerUnavailable _, Intake.StoreUnavailable _ ->
                CustomerTexts.t(language, "link.failure.notNow");
            case Intake.CaseFull _, Intake.PersonFull _ -> full(language);
            case Intake.Interrupted() -> CustomerTexts.t(language, "link.failure.interrupted");
            case Intake.Closed() -> CustomerTexts.t(language, "link.notOpen");
        };
    }

    static String tooLarge(Language language, long limit) {
        return CustomerTexts.t(
                language,
                "link.failure.tooLarge",
                NumberFormat.getIntegerInstance(language.formats()).format(limit / MEGABYTE));
    }

    static String full(Language language) {
        return CustomerTexts.t(language, "link.failure.full");
    }

    private static String notDrawn(Language language, Undrawable why) {
        return switch (why) {
            case Undrawable.Broken() -> CustomerTexts.t(language, "link.failure.broken");
            case Undrawable.TooManyPixels _, Undrawable.TookTooLong _ ->
                CustomerTexts.t(language, "link.failure.tooMuch");
            case Undrawable.Busy() -> CustomerTexts.t(language, "link.failure.busy");
            case Undrawable.NoConverter(var type) ->
                CustomerTexts.t(language, "link.failure.noConverter", CustomerTexts.t(language, type.key()));
            case Undrawable.Encrypted() -> CustomerTexts.t(language, "link.failure.encrypted");
            case Undrawable.Active() -> CustomerTexts.t(language, "link.failure.active");
            case Undrawable.TooManyPages(int pages, int limit) ->
                CustomerTexts.t(language, "link.failure.tooManyPages", pages, limit);
        };
    }
}
