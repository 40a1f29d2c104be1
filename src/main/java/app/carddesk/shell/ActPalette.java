package app.carddesk.shell;

import app.carddesk.shared.ui.Palette;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;

/** What can be done on this screen, in the palette: its buttons, by the words on them. */
@org.springframework.stereotype.Component
@Order(40)
class ActPalette implements Palette.Source {

    @Override
    public String heading() {
        return "shell.palette.acts";
    }

    @Override
    public List<Palette.Line> find(String typed) {
        List<Palette.Line> lines = new ArrayList<>();
        UI.getCurrent().getChildren().forEach(child -> collect(child, false, typed, lines));
        return lines.stream().limit(Palette.MOST).toList();
    }

    private static void collect(Component component, boolean inScreen, String typed, List<Palette.Line> lines) {
        if (component instanceof Text || component instanceof Dialog || !component.isVisible()) {
            return;
        }
        if (inScreen && component instanceof Button button && button.isEnabled()) {
            String words = button.getAriaLabel().orElse(button.getText());
            boolean known = lines.stream().anyMatch(line -> line.words().equals(words));
            if (!words.isBlank() && !known && Palette.suits(typed, words)) {
                lines.add(new Palette.Line(words, null, button::click));
            }
        }
        boolean within = inScreen || component instanceof Main;
        component.getChildren().forEach(child -> collect(child, within, typed, lines));
    }
}
