package app.carddesk.letters.ui;

import app.carddesk.letters.InboxState;
import app.carddesk.letters.MailStanding;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** How mail leaves, and how it comes back. */
final class OutboxServers extends Div {

    OutboxServers(MailStanding mail, InboxState inbox) {
        addClassName("cd-outbox-servers");
        add(line(words(mail), !mail.runs()));
        if (mail.exposed()) {
            add(line(Texts.t("letters.server.exposed"), true));
        }
        add(line(words(inbox), inbox instanceof InboxState.Failing));
    }

    private static String words(MailStanding mail) {
        if (mail.server() == null) {
            return Texts.t("letters.noServer.hint");
        }
        if (mail.trouble() == null || mail.since() == null) {
            return Texts.t("letters.server");
        }
        return Texts.t("mailTrouble." + mail.trouble().name(), mail.server(), mail.from()) + " "
                + Texts.t("letters.held.hint", Formats.current().dateTime(mail.since()));
    }

    private static Paragraph line(String words, boolean trouble) {
        Paragraph line = new Paragraph(words);
        line.addClassNames("cd-small", trouble ? "cd-outbox-trouble" : "cd-soft");
        return line;
    }

    private static String words(InboxState inbox) {
        Formats formats = Formats.current();
        return switch (inbox) {
            case InboxState.Off() -> Texts.t("letters.inbox.off");
            case InboxState.NotYet() -> Texts.t("letters.inbox.notYet");
            case InboxState.Fine(var at, int left) ->
                Texts.t("letters.inbox.fine", formats.dateTime(at), formats.number(left));
            case InboxState.Failing(var since, var why) ->
                Texts.t("letters.inbox.failing", Texts.t("letters.inbox." + why.name()), formats.dateTime(since));
        };
    }
}
