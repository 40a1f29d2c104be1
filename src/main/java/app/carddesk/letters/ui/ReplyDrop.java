package app.carddesk.letters.ui;

import app.carddesk.cases.ui.CasesNavigation;
import app.carddesk.letters.FiledReply;
import app.carddesk.letters.Replies;
import app.carddesk.letters.ReplyFile;
import app.carddesk.letters.TakenNotice;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.List;
import java.util.UUID;

/** Where a customer's answer is dropped that came by mail. What it says of the last one stays while the page changes. */
final class ReplyDrop extends MailDrop<FiledReply> {

    private final Replies replies;
    private final UUID caseId;
    private Runnable refresh = () -> {};

    private ReplyDrop(Replies replies, UUID caseId) {
        super(
                Texts.t("letters.reply.give"),
                Texts.t("letters.reply.give.hint"),
                replies.mostBytes(),
                content -> replies.file(caseId, content));
        this.replies = replies;
        this.caseId = caseId;
        // The mail a question is asked about is not kept once the page is left.
        addDetachListener(event -> {
            var _ = event.getUI().access(() -> {
                if (!isAttached()) {
                    forget();
                }
            });
        });
    }

    /** The same one while the page is drawn anew: a mail may be on its way in. */
    static ReplyDrop of(Replies replies, UUID caseId, Runnable refresh) {
        UI ui = UI.getCurrent();
        ReplyDrop kept = ComponentUtil.getData(ui, ReplyDrop.class);
        ReplyDrop drop = kept != null && kept.caseId.equals(caseId) ? kept : new ReplyDrop(replies, caseId);
        ComponentUtil.setData(ui, ReplyDrop.class, drop);
        drop.refresh = refresh;
        return drop;
    }

    @Override
    void told(FiledReply filed) {
        switch (filed) {
            case FiledReply.Filed(var _, boolean woken, List<ReplyFile> files) -> {
                String words = Texts.t("letters.reply.filed") + " " + summary(files);
                say(woken ? words + " " + Texts.t("letters.reply.woken") : words, false);
            }
            case FiledReply.AlreadyFiled(List<ReplyFile> files) ->
                say(Texts.t("letters.reply.already") + " " + summary(files), false);
            case FiledReply.Notice(var taken) -> say(LetterWords.of(taken), !(taken instanceof TakenNotice.CameBack));
            case FiledReply.Elsewhere elsewhere -> ask(elsewhere);
            case FiledReply.Unreadable(var why) -> say(LetterWords.of(why), true);
            case FiledReply.Refused(var why) -> say(Texts.t("letters.reply.refused." + why.name()), true);
        }
        refresh.run();
    }

    private void ask(FiledReply.Elsewhere elsewhere) {
        Button there = new Button(Texts.t("letters.reply.there"), event -> answer(elsewhere.otherCase(), elsewhere));
        Button here = new Button(Texts.t("letters.reply.here"), event -> answer(caseId, elsewhere));
        for (Button act : List.of(there, here)) {
            act.setDisableOnClick(true);
        }
        say(
                Texts.t("letters.reply.elsewhere", elsewhere.number().toString()),
                true,
                CasesNavigation.link(elsewhere.number()),
                there,
                here);
    }

    /** Taking attachments in takes time, so it happens beside the screen, which is told when it is over. */
    private void answer(UUID where, FiledReply.Elsewhere elsewhere) {
        beside(() -> replies.file(where, elsewhere.mail()));
    }

    private static String summary(List<ReplyFile> files) {
        long taken = files.stream()
                .filter(file -> file.state() == ReplyFile.State.TAKEN)
                .count();
        return files.isEmpty()
                ? ""
                : Texts.t(
                        "letters.reply.files",
                        Formats.current().number(taken),
                        Formats.current().number(files.size()));
    }
}
