package app.carddesk.evidence.ui;

import app.carddesk.evidence.Proof;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells a screen reader, without interrupting it, which pictures have arrived since the board was drawn last. */
class Arrived extends Composite<Div> {

    private @Nullable Set<UUID> known;

    Arrived() {
        getContent().addClassName("cd-visually-hidden");
        getContent().getElement().setAttribute("role", "status");
    }

    void tell(List<Proof> all) {
        Set<UUID> before = known;
        // One that was removed and is put back has not arrived once more.
        Set<UUID> now = before == null ? new HashSet<>() : new HashSet<>(before);
        all.forEach(proof -> now.add(proof.id()));
        known = now;
        if (before == null) {
            return;
        }
        List<Span> news = all.stream()
                .filter(proof -> proof.state() == Proof.State.NEW && !before.contains(proof.id()))
                .map(proof ->
                        new Span(Texts.t("evidence.arrived." + proof.kind().name())))
                .toList();
        if (!news.isEmpty()) {
            getContent().removeAll();
            news.forEach(getContent()::add);
        }
    }

    /** Forgets what was told; for another case. */
    void reset() {
        known = null;
        getContent().removeAll();
    }
}
