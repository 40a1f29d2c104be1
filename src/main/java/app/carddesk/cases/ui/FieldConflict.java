package app.carddesk.cases.ui;

import app.carddesk.cases.CaseField;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else was faster: shows both values and who wrote the other one; what is in the field stays there until one of
 * them is picked.
 *
 * @param <T> what the case holds
 */
final class FieldConflict<T> {

    private final OpenCase open;
    private final CaseField<T> field;
    private final FieldQuestion question;
    private final Paragraph bothValues = new Paragraph();
    private @Nullable T theirs;

    FieldConflict(OpenCase open, CaseField<T> field, FieldQuestion question) {
        this.open = open;
        this.field = field;
        this.question = question;
    }

    /** Whether the person is being asked about this value of somebody else's. */
    boolean isAbout(@Nullable T now) {
        return bothValues.getParent().isPresent() && Objects.equals(now, theirs);
    }

    /**
     * @param mine what the person typed
     * @param keep the answer that it is to stay
     * @param take the answer that the other value is the right one
     */
    void ask(@Nullable T now, String mine, Runnable keep, Runnable take) {
        bothValues.setText(Texts.t("cases.conflict", CanonicalWords.of(field, now, open.people()), mine, whoWrote()));
        if (isAbout(now)) {
            // The buttons stay the same ones: the person may be leaving the field by pressing one of them.
            return;
        }
        theirs = now;
        Button keeping = FieldQuestion.answer("cases.conflict.keep", keep);
        Button taking = FieldQuestion.answer("cases.conflict.take", take);
        List.of(keeping, taking)
                .forEach(button ->
                        button.setAriaLabel(Texts.t("cases.conflict.act", button.getText(), CaseInputs.label(field))));
        question.ask(bothValues, keeping, taking);
    }

    private String whoWrote() {
        return open.contents().timeline().stream()
                .filter(line -> field.key().equals(line.field()))
                .findFirst()
                .map(line -> open.people().name(line.by()))
                .orElseGet(() -> Texts.t("cases.conflict.somebody"));
    }
}
