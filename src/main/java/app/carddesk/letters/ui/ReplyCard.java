package app.carddesk.letters.ui;

import app.carddesk.letters.Reply;
import app.carddesk.letters.ReplyFile;
import app.carddesk.personal.ui.PersonalText;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;

/** What a customer answered: from whom, when, the words with the long ones folded, and the files with their fate. */
@StyleSheet("context://styles/letters.css")
final class ReplyCard extends Div {

    private static final int LINES = 8;
    private static final int CHARACTERS = 600;

    ReplyCard(Reply reply) {
        addClassName("cd-reply");
        String from = PersonalText.of(reply.sender());
        Span head = new Span(
                reply.sentAt() == null
                        ? Texts.t("letters.reply.from", from)
                        : Texts.t(
                                "letters.reply.fromAt", from, Formats.current().dateTime(reply.sentAt())));
        head.addClassNames("cd-soft", "cd-small");
        add(head);
        if (reply.automatic()) {
            Span automatic = new Span(Texts.t("letters.reply.automatic"));
            automatic.addClassNames("cd-soft", "cd-small");
            add(automatic);
        }
        words(PersonalText.of(reply.text()));
        if (!reply.quoted().isBlank()) {
            add(new NativeDetails(Texts.t("letters.reply.quoted"), body(PersonalText.of(reply.quoted()))));
        }
        if (!reply.files().isEmpty()) {
            add(files(reply.files()));
        }
    }

    private void words(String text) {
        String shown = text.isBlank() ? Texts.t("letters.reply.noWords") : text;
        List<String> lines = shown.lines().toList();
        if (lines.size() <= LINES && shown.length() <= CHARACTERS) {
            add(body(shown));
            return;
        }
        String first = lines.stream().limit(LINES).collect(Collectors.joining("\n"));
        int end = Math.min(first.length(), CHARACTERS);
        end = end < first.length() && Character.isHighSurrogate(first.charAt(end - 1)) ? end - 1 : end;
        add(
                body(shown.substring(0, end)),
                new NativeDetails(
                        Texts.t("letters.reply.rest"), body(shown.substring(end).strip())));
    }

    private static Div body(String text) {
        Div body = new Div(text);
        body.addClassName("cd-letter-body");
        return body;
    }

    private static UnorderedList files(List<ReplyFile> files) {
        UnorderedList list = new UnorderedList();
        list.addClassName("cd-reply-files");
        files.forEach(file -> list.add(new ListItem(LetterWords.of(file))));
        return list;
    }
}
