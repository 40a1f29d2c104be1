package app.carddesk.evidence.ui;

import app.carddesk.evidence.ProofMark;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The marks of a proof in words: for whoever cannot see them on the picture, and to take one back. */
class MarkList extends Composite<UnorderedList> {

    /**
     * @param remove takes a mark back, or null where none can be
     */
    void show(List<ProofMark> marks, @Nullable Consumer<ProofMark> remove) {
        getContent().removeAll();
        getContent().setClassName("evidence-marks");
        getContent().getElement().setAttribute("aria-label", Texts.t("evidence.mark.list"));
        getContent().setVisible(!marks.isEmpty());
        for (int i = 0; i < marks.size(); i++) {
            ProofMark mark = marks.get(i);
            ListItem item = new ListItem(new Span(text(mark, i + 1)));
            if (remove != null) {
                Button button = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> remove.accept(mark));
                button.setAriaLabel(Texts.t("evidence.mark.remove", i + 1));
                button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
                item.add(button);
            }
            getContent().add(item);
        }
    }

    /** The marks of one page as they are drawn, with the numbers they have in the list. */
    static List<PictureViewer.Shape> shapes(List<ProofMark> marks, int page) {
        return IntStream.range(0, marks.size())
                .filter(i -> marks.get(i).page() == page)
                .mapToObj(i -> shape(marks.get(i), i + 1))
                .toList();
    }

    private static PictureViewer.Shape shape(ProofMark mark, int number) {
        return new PictureViewer.Shape(
                number,
                mark.area().left(),
                mark.area().top(),
                mark.area().width(),
                mark.area().height(),
                text(mark, number));
    }

    private static String text(ProofMark mark, int number) {
        String when = Formats.current().dateTime(mark.madeAt());
        return mark.note() == null
                ? Texts.t("evidence.mark.bare", number, mark.page(), mark.madeBy(), when)
                : Texts.t("evidence.mark.text", number, mark.page(), mark.note(), mark.madeBy(), when);
    }
}
