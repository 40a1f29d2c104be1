package app.carddesk.cases.ui;

import app.carddesk.cases.CaseAct;
import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseRefusal;
import app.carddesk.cases.CaseWork;
import app.carddesk.shared.ui.KeyHint;
import app.carddesk.shared.ui.LetterKeys;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Unsaved;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Writes a note into the story. A note that is being written waits on the server until it is added. */
final class NotePanel extends Panel {

    private static final int DRAFT_AFTER_MS = 600;

    private final CaseWork work;
    private final OpenCase open;
    private final Undoing undoing;
    private final MentionPicker mentions;
    private final TextArea text = new TextArea(Texts.t("cases.note.label"));
    private final Button add = new Button(Texts.t("cases.note.add"), event -> add());
    private final Unsaved unsaved;
    private boolean untouched = true;

    NotePanel(CaseWork work, OpenCase open, Undoing undoing) {
        super(Texts.t("cases.note"));
        this.work = work;
        this.open = open;
        this.undoing = undoing;
        this.mentions = new MentionPicker(open.people(), this::complete);
        this.unsaved = open.unsaved(this, () -> complain(Texts.t("cases.unsaved")));
        text.setMaxLength(CaseWork.MAX_NOTE);
        text.setMinRows(2);
        text.setWidthFull();
        text.setManualValidation(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(DRAFT_AFTER_MS);
        text.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                untouched = false;
                mentions.follow(event.getValue());
                keepDraft(event.getValue());
            }
        });
        text.setHelperText(Texts.t("cases.mention.hint"));
        LetterKeys.bind(this, "N", text, Texts.t("cases.note.add"));
        end(new KeyHint("N"));
        add(text, mentions, add);
        addClassName("cd-note");
    }

    void show(CaseContents contents) {
        setVisible(contents.isEditable());
        if (untouched) {
            text.setValue(contents.drafts().getOrDefault(CaseEditing.NOTE, ""));
        }
    }

    /** Writes the picked name out, and goes on in the text. */
    private void complete(String whole) {
        text.setValue(whole);
        mentions.follow(whole);
        keepDraft(whole);
        text.focus();
    }

    private void keepDraft(String typed) {
        unsaved.attempt(() -> tell(open.editing().keepDraft(open.id(), CaseEditing.NOTE, typed)));
    }

    private void add() {
        CaseAct act = work.note(open.id(), text.getValue());
        tell(act);
        if (act instanceof CaseAct.Done) {
            text.clear();
            mentions.follow("");
            untouched = true;
            open.refresh();
            undoing.offerNote();
        }
    }

    private void tell(CaseAct act) {
        switch (act) {
            case CaseAct.Done _ -> text.setInvalid(false);
            case CaseAct.Refused(CaseRefusal reason) -> complain(Texts.of(reason));
        }
    }

    private void complain(String why) {
        text.setErrorMessage(why);
        text.setInvalid(true);
    }
}
