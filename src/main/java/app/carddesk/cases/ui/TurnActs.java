package app.carddesk.cases.ui;

import app.carddesk.cases.CaseAct;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseWork;
import app.carddesk.cases.Change;
import app.carddesk.cases.conversation.Answer;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import app.carddesk.terms.Step;
import org.jspecify.annotations.Nullable;

/** Does what an answer leads to, and takes it back. */
final class TurnActs {

    private final CaseWork work;
    private final OpenCase open;
    private final HandOver handOver;
    private final Runnable toProofs;

    TurnActs(CaseWork work, OpenCase open, HandOver handOver, Runnable toProofs) {
        this.work = work;
        this.open = open;
        this.handOver = handOver;
        this.toProofs = toProofs;
    }

    void answer(Step step, Answer answer) {
        switch (answer) {
            case Answer.Keep keep -> tell(work.take(open.id(), step, keep.outcome()));
            case Answer.Write<?> write -> write(write);
            case Answer.FillIn fillIn -> open.focus(fillIn.field());
            case Answer.NameCard _ -> new ChangeCardDialog(open).open();
            case Answer.TakeProof _ -> toProofs.run();
        }
    }

    void undo(Step step) {
        tell(work.undo(open.id(), step));
    }

    /** Takes back what was said. */
    void forget(CaseField<?> field) {
        change(field, null);
    }

    void handOver() {
        handOver.open(open.contents().dossier(), open::refresh);
    }

    private <T> void write(Answer.Write<T> write) {
        change(write.field(), write.value());
    }

    private <T> void change(CaseField<T> field, @Nullable T value) {
        T seen = open.contents().values().get(field);
        switch (open.editing().change(open.id(), field, seen, value)) {
            case Change.Changed<T> _, Change.Unchanged<T> _ -> {}
            case Change.Refused<T> refused -> Toasts.failure(Texts.of(refused.reason()));
            // Somebody else was faster: the page drawn anew shows what they wrote, and the next turn follows from it.
            case Change.Conflict<T> _, Change.BelongsToAnother<T> _ ->
                Toasts.failure(Texts.t("conversation.changedMeanwhile", CaseInputs.label(field)));
        }
        open.refresh();
    }

    private void tell(CaseAct act) {
        if (act instanceof CaseAct.Refused refused) {
            Toasts.failure(Texts.of(refused.reason()));
        }
        open.refresh();
    }
}
