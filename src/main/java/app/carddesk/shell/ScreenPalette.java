package app.carddesk.shell;

import app.carddesk.shared.ui.Palette;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.server.menu.MenuConfiguration;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The screens of the menu, in the palette. */
@Component
@Order(50)
class ScreenPalette implements Palette.Source {

    @Override
    public String heading() {
        return "shell.palette.screens";
    }

    @Override
    public List<Palette.Line> find(String typed) {
        return MenuConfiguration.getMenuEntries().stream()
                .filter(entry -> Palette.suits(typed, Texts.t(entry.title())))
                .map(entry -> Palette.Line.to(Texts.t(entry.title()), null, entry.path()))
                .limit(typed.isEmpty() ? 4 : Palette.MOST)
                .toList();
    }
}
