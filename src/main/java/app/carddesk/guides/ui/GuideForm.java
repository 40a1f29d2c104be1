package app.carddesk.guides.ui;

import app.carddesk.guides.GuideFault;
import app.carddesk.guides.GuideText;
import app.carddesk.shared.Language;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** The text of a guide to be written, and beside it what will be read. */
final class GuideForm extends Div {

    private static final int PREVIEW_AFTER_MS = 300;

    private final Language language;
    private final TextField title = new TextField(Texts.t("guides.form.title"));
    private final TextField summary = new TextField(Texts.t("guides.form.summary"));
    private final TextField keywords = new TextField(Texts.t("guides.form.keywords"));
    private final TextArea body = new TextArea(Texts.t("guides.form.body"));
    private final GuideArticle preview = new GuideArticle();
    private GuideText kept;

    GuideForm(GuideText text, Language language) {
        this.language = language;
        this.kept = text;
        addClassName("cd-guide-form");
        title.setMaxLength(GuideText.LONGEST_TITLE);
        summary.setMaxLength(GuideText.LONGEST_SUMMARY);
        keywords.setMaxLength(GuideText.LONGEST_KEYWORDS);
        keywords.setHelperText(Texts.t("guides.form.keywords.hint"));
        body.setMaxLength(GuideText.LONGEST_BODY);
        body.setMinRows(16);
        body.addClassName("cd-guide-markdown");
        body.setHelperText(Texts.t("guides.form.body.hint"));
        body.setValueChangeMode(ValueChangeMode.LAZY);
        body.setValueChangeTimeout(PREVIEW_AFTER_MS);
        body.addValueChangeListener(event -> preview.show(event.getValue(), language));
        title.setManualValidation(true);
        summary.setManualValidation(true);
        body.setManualValidation(true);
        Panel fields = new Panel(Texts.t("guides.form"), title, summary, keywords, body);
        fields.addClassName("cd-guide-fields");
        add(fields, new Panel(Texts.t("guides.form.preview"), preview));
        show(text);
    }

    void show(GuideText text) {
        kept = text;
        title.setValue(text.title());
        summary.setValue(text.summary());
        keywords.setValue(text.keywords());
        body.setValue(text.body());
        preview.show(text.body(), language);
        clearFaults();
    }

    GuideText text() {
        return new GuideText(title.getValue(), summary.getValue(), keywords.getValue(), body.getValue());
    }

    /** Whether something was written that is not kept yet. */
    boolean isDirty() {
        return !text().equals(kept);
    }

    /** Says what is wrong, at the field where it is. */
    void tell(GuideFault fault) {
        clearFaults();
        String words = Texts.of(fault);
        switch (fault) {
            case TITLE_MISSING -> invalid(title, words);
            case SUMMARY_MISSING -> invalid(summary, words);
            case BODY_MISSING, TOO_LONG, HOLDS_CODE, NO_CUSTOMER_PART, DEAD_LINK -> {
                body.setErrorMessage(words);
                body.setInvalid(true);
                body.focus();
            }
        }
    }

    private static void invalid(TextField field, String words) {
        field.setErrorMessage(words);
        field.setInvalid(true);
        field.focus();
    }

    private void clearFaults() {
        title.setInvalid(false);
        summary.setInvalid(false);
        body.setInvalid(false);
    }
}
