package app.carddesk.letters.ui;

import app.carddesk.letters.Bounce;
import app.carddesk.letters.Letter;
import app.carddesk.letters.LetterState;
import app.carddesk.letters.LetterText;
import app.carddesk.letters.MailStanding;
import app.carddesk.letters.ReplyFile;
import app.carddesk.letters.SentLetter;
import app.carddesk.letters.TakenNotice;
import app.carddesk.letters.TemplateFault;
import app.carddesk.letters.mail.Reading;
import app.carddesk.personal.ui.PersonalText;
import app.carddesk.shared.ui.Badge;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/** Letters in the reader's language. */
final class LetterWords {

    private LetterWords() {}

    static Badge badge(LetterState state) {
        return new Badge(
                Texts.of(state),
                switch (state) {
                    case WAITING, SENDING -> Tone.WARN;
                    case SENT, PRINTED -> Tone.OK;
                    case FAILED, BOUNCED -> Tone.BAD;
                });
    }

    /** How a letter stands, in a few words. */
    static String of(Letter letter) {
        Instant ended = letter.endedAt();
        return ended == null
                ? Texts.of(letter.state())
                : Texts.t(
                        "letters.stands",
                        Texts.of(letter.state()),
                        Formats.current().dateTime(ended));
    }

    /** Why it is where it is, and what happens next. */
    static String standing(Letter letter, MailStanding mail) {
        Instant due = letter.dueAt();
        Bounce bounce = letter.bounce();
        if (bounce != null) {
            return bounce.status() == null
                    ? Texts.of(bounce.reason())
                    : Texts.t("letters.bounced", Texts.of(bounce.reason()), bounce.status());
        }
        if (letter.problem() != null) {
            String why = Texts.of(letter.problem());
            return letter.state() == LetterState.WAITING && due != null
                    ? Texts.t("letters.retryAt", why, Formats.current().dateTime(due), letter.attempts())
                    : why;
        }
        if (letter.state() == LetterState.WAITING && !mail.runs()) {
            return Texts.t(mail.server() == null ? "letters.noServer" : "letters.held");
        }
        Instant ended = letter.endedAt();
        Instant delayed = letter.delayedAt();
        if (delayed != null && letter.state() == LetterState.SENT) {
            return Texts.t("letters.delayed", Formats.current().dateTime(delayed));
        }
        return ended == null ? "" : Formats.current().dateTime(ended);
    }

    /** What the mail system said, word for word in its own language, apart from addresses and codes. */
    static Span bounceWords(String words) {
        Span said = new Span(Texts.t("letters.bounced.words", PersonalText.of(words)));
        said.addClassNames("cd-soft", "cd-small", "cd-bounce-words");
        return said;
    }

    static String of(TakenNotice taken) {
        return switch (taken) {
            case TakenNotice.CameBack(var number, var reason) ->
                Texts.t("letters.notice.cameBack", number, Texts.of(reason));
            case TakenNotice.Delayed(var number) -> Texts.t("letters.notice.delayed", number);
            case TakenNotice.NothingNew(var number) -> Texts.t("letters.notice.nothingNew", number);
            case TakenNotice.OwnCase() -> Texts.t("letters.notice.ownCase");
            case TakenNotice.NotOurs() -> Texts.t("letters.notice.notOurs");
        };
    }

    /** A file of a reply, with what became of it. */
    static String of(ReplyFile file) {
        String name = file.name().isBlank() ? Texts.t("letters.reply.file.noName") : PersonalText.of(file.name());
        String type = file.typeKey() == null ? "" : Texts.t(file.typeKey());
        return Texts.t(
                "letters.reply.file",
                name,
                Texts.t("letters.replyFile." + file.state().name(), type));
    }

    /** Why a file could not be read as a mail. */
    static String of(Reading reading) {
        return switch (reading) {
            case Reading.TooLarge() -> Texts.t("letters.mail.TooLarge");
            case Reading.TooComplex() -> Texts.t("letters.mail.TooComplex");
            case Reading.Broken(), Reading.Read(var _) -> Texts.t("letters.mail.Broken");
        };
    }

    /** The words of a letter as they can be shown, also to people who must not see a code. */
    static Div shown(LetterText text, String language) {
        H3 subject = new H3(text.subject());
        Div body = new Div(new Span(text.shown(Texts.t("letters.codeHere")).body()));
        body.addClassName("cd-letter-body");
        Div sheet = new Div(subject, body);
        sheet.addClassName("cd-letter");
        sheet.getElement().setAttribute("lang", language);
        return sheet;
    }

    static String of(SentLetter.Refusal refusal) {
        return Texts.t("letters.refused." + refusal.name());
    }

    static String of(TemplateFault fault) {
        return switch (fault) {
            case TemplateFault.SubjectMissing() -> Texts.t("letters.fault.subjectMissing");
            case TemplateFault.BodyMissing() -> Texts.t("letters.fault.bodyMissing");
            case TemplateFault.SubjectNotOneLine() -> Texts.t("letters.fault.subjectNotOneLine");
            case TemplateFault.TooLong(int most) -> Texts.t("letters.fault.tooLong", most);
            case TemplateFault.HoldsCode() -> Texts.t("letters.fault.holdsCode");
            case TemplateFault.NotReadable() -> Texts.t("letters.fault.notReadable");
            case TemplateFault.Unknown(String name) -> Texts.t("letters.fault.unknown", name);
            case TemplateFault.NotHere(var placeholder) -> Texts.t("letters.fault.notHere", placeholder.key());
            case TemplateFault.Needed(var placeholder) -> Texts.t("letters.fault.needed", placeholder.key());
            case TemplateFault.CodeOnce() -> Texts.t("letters.fault.codeOnce");
        };
    }
}
