package app.carddesk.evidence.ui;

import app.carddesk.evidence.Decision;
import app.carddesk.evidence.Intake;
import app.carddesk.evidence.PictureSize;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.Proofs;
import app.carddesk.evidence.PuttingBack;
import app.carddesk.evidence.pictures.Undrawable;
import app.carddesk.shared.ui.Badge;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadManager;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The words and signs for proofs, and the addresses of their pictures. */
final class ProofTexts {

    private static final long MEGABYTE = 1024 * 1024;

    private ProofTexts() {}

    /** Where a proof stands, in a word with a sign. */
    static String state(Proof proof) {
        return switch (proof.state()) {
            case NEW -> undecided(proof.acceptedBefore());
            case ACCEPTED ->
                Texts.t(proof.showsSerial() ? "evidence.state.acceptedWithSerial" : "evidence.state.accepted");
            case REFUSED -> Texts.t("evidence.state.refused");
            case UNOBTAINABLE -> Texts.t("evidence.state.unobtainable");
        };
    }

    /** One that was accepted for another card looks done at a glance, so it says that it is not. */
    private static String undecided(@Nullable String acceptedBefore) {
        if (acceptedBefore == null) {
            return Texts.t("evidence.state.new");
        }
        return acceptedBefore.isEmpty()
                ? Texts.t("evidence.state.acceptedForNone")
                : Texts.t("evidence.state.acceptedForOther", acceptedBefore);
    }

    /** Why a proof stays as it is, and what can be done instead. */
    static String held(String matter) {
        return Texts.t("evidence.decision.held", matter);
    }

    static Tone tone(Proof proof) {
        return switch (proof.state()) {
            case NEW -> proof.acceptedBefore() == null ? Tone.ACCENT : Tone.WARN;
            case ACCEPTED -> Tone.OK;
            case REFUSED -> Tone.BAD;
            case UNOBTAINABLE -> Tone.WARN;
        };
    }

    static Badge badge(Proof proof) {
        return new Badge(state(proof), tone(proof));
    }

    static String fileName(Proof proof) {
        return Objects.requireNonNullElse(proof.fileName(), "");
    }

    /** Where a page's picture is; another address once it looks different. */
    static String address(Proof proof, int page, PictureSize size) {
        String address = "evidence/" + proof.id() + "/" + page + "/" + size.path();
        return proof.revision() == 0 ? address : address + "?v=" + proof.revision();
    }

    /** Where a page is fetched to be kept elsewhere. */
    static String download(Proof proof, int page) {
        return "evidence/" + proof.id() + "/" + page + "/download";
    }

    /** A button that opens the camera where there is one to hand; the style sheet shows it on touch screens only. */
    static UploadButton camera(String caption, UploadManager uploads) {
        UploadButton photo = new UploadButton(caption, uploads);
        photo.addThemeVariants(ButtonVariant.SMALL);
        photo.addClassName("evidence-camera");
        photo.getElement().setProperty("capture", "environment");
        return photo;
    }

    /** A proof's picture, described for whoever cannot see it; a sign in its place where none can be drawn here. */
    static Component picture(Proof proof, PictureSize size) {
        if (proof.isWithoutPreview()) {
            Span sign = new Span(Texts.t("evidence.noPreview", proof.type() == null ? "" : proof.type()));
            sign.addClassName("evidence-no-preview");
            return sign;
        }
        Image image = new Image(
                address(proof, 1, size), Texts.t("evidence.picture.alt", Texts.of(proof.kind()), fileName(proof)));
        image.addClassName("evidence-picture");
        image.getElement().setAttribute("width", String.valueOf(proof.width()));
        image.getElement().setAttribute("height", String.valueOf(proof.height()));
        image.getElement().addEventListener("error", failed -> {
            image.addClassName("evidence-unreadable");
            image.setAlt(Texts.t("evidence.unreadable", Texts.of(proof.kind()), fileName(proof)));
        });
        return image;
    }

    /** The way to the file as it was given. */
    static Anchor original(Proof proof) {
        Anchor original = new Anchor("evidence/" + proof.id() + "/original", Texts.t("evidence.original"));
        original.getElement().setAttribute("download", true);
        original.setRouterIgnore(true);
        original.setAriaLabel(Texts.t("evidence.original.of", Texts.of(proof.kind()), fileName(proof)));
        return original;
    }

    /** Why a file was not taken, in words that say what to do. */
    static String failure(Intake.Refused why) {
        Formats formats = Formats.current();
        return switch (why) {
            case Intake.TooLarge(long limit) -> Texts.t("evidence.failure.tooLarge", formats.number(limit / MEGABYTE));
            case Intake.NotAPicture(var type) -> Texts.t("evidence.failure.notAPicture", Texts.t(type.key()));
            case Intake.CardNeedsPhoto(var type) -> Texts.t("evidence.failure.cardNeedsPhoto", Texts.t(type.key()));
            case Intake.NotDrawn(var undrawable) -> notDrawn(undrawable);
            case Intake.CaseFull(int maxFiles, long maxBytes) ->
                Texts.t("evidence.failure.caseFull", formats.number(maxFiles), formats.number(maxBytes / MEGABYTE));
            case Intake.Infected() -> Texts.t("evidence.failure.infected");
            case Intake.ScannerUnavailable() -> Texts.t("evidence.failure.scannerUnavailable");
            case Intake.TooLargeToScan() -> Texts.t("evidence.failure.tooLargeToScan");
            case Intake.StoreUnavailable() -> Texts.t("evidence.failure.storeUnavailable");
            case Intake.PersonFull(int maxFiles, long maxBytes) ->
                Texts.t("evidence.failure.personFull", formats.number(maxFiles), formats.number(maxBytes / MEGABYTE));
            case Intake.Interrupted() -> Texts.t("evidence.failure.interrupted");
            case Intake.Closed() -> Texts.t("evidence.failure.closed");
        };
    }

    private static String notDrawn(Undrawable why) {
        return switch (why) {
            case Undrawable.Broken() -> Texts.t("evidence.failure.broken");
            case Undrawable.TooManyPixels(long pixels, long limit) ->
                Texts.t("evidence.failure.tooManyPixels", Formats.current().number(limit / 1_000_000));
            case Undrawable.TookTooLong() -> Texts.t("evidence.failure.tookTooLong");
            case Undrawable.Busy() -> Texts.t("evidence.failure.busy");
            case Undrawable.NoConverter(var type) -> Texts.t("evidence.failure.noConverter", Texts.t(type.key()));
            case Undrawable.Encrypted() -> Texts.t("evidence.failure.encrypted");
            case Undrawable.Active() -> Texts.t("evidence.failure.active");
            case Undrawable.TooManyPages(int pages, int limit) ->
                Texts.t(
                        "evidence.failure.tooManyPages",
                        Formats.current().number(pages),
                        Formats.current().number(limit));
        };
    }

    static String tooLarge(Proofs proofs) {
        return failure(new Intake.TooLarge(proofs.maxFileBytes()));
    }

    /** Tells why an act was not done; says nothing where it was, since that is to be seen. Whether it was done. */
    static boolean told(Decision decision) {
        switch (decision) {
            case Decision.Done(Proof proof) -> {
                return true;
            }
            case Decision.Stale(Proof now) -> Toasts.failure(Texts.t("evidence.decision.stale", state(now)));
            case Decision.Gone() -> Toasts.failure(Texts.t("evidence.decision.gone"));
            case Decision.Closed() -> Toasts.failure(Texts.t("evidence.decision.closed"));
            case Decision.Held(String matter) -> Toasts.failure(held(matter));
            case Decision.NothingToSee() -> Toasts.failure(Texts.t("evidence.decision.nothingToSee"));
            case Decision.ReasonMissing() -> Toasts.failure(Texts.t("evidence.reason.missing"));
            case Decision.ReasonTooLong(int limit) ->
                Toasts.failure(
                        Texts.t("evidence.reason.tooLong", Formats.current().number(limit)));
            case Decision.CodeInReason() -> Toasts.failure(Texts.t("evidence.reason.code"));
        }
        return false;
    }

    /** As {@link #told(Decision)}, of a proof that was to be put back. */
    static boolean told(PuttingBack puttingBack) {
        switch (puttingBack) {
            case PuttingBack.Done(Proof proof) -> {
                return true;
            }
            case PuttingBack.TooLate() -> Toasts.failure(Texts.t("evidence.putBack.tooLate"));
            case PuttingBack.RemovedByAnother() -> Toasts.failure(Texts.t("evidence.putBack.another"));
            case PuttingBack.SameAgain() -> Toasts.failure(Texts.t("evidence.putBack.sameAgain"));
            case PuttingBack.NoRoom(var full) -> Toasts.failure(Texts.t("evidence.putBack.noRoom", failure(full)));
            case PuttingBack.Closed() -> Toasts.failure(Texts.t("evidence.decision.closed"));
        }
        return false;
    }
}
