package app.carddesk.cases.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.cases.CaseField;
import app.carddesk.notices.News;
import app.carddesk.notices.Presence;
import app.carddesk.notices.Visit;
import app.carddesk.notices.Visitor;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Who else has the case open, and which of its fields they are in; told to the fields too, and read out politely. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@StyleSheet("context://styles/notices.css")
class CaseCompany extends Composite<Div> {

    private final Presence presence;
    private final News news;
    private final CurrentPerson me;
    private final Map<String, Consumer<List<String>>> fields = new HashMap<>();
    /** Held here, because presence and news hold them weakly. */
    private Runnable othersChanged = () -> {};

    private Runnable caseChanged = () -> {};
    private Runnable deaf = () -> {};
    private @Nullable Runnable onNews;
    private @Nullable UUID place;
    private @Nullable Visit visit;
    private @Nullable Registration heartbeat;
    private List<Visitor> shown = List.of();

    CaseCompany(Presence presence, News news, CurrentPerson me) {
        this.presence = presence;
        this.news = news;
        this.me = me;
        getContent().addClassNames("cd-company", "cd-small");
        // The region is there before there is anything in it, or else screen readers miss the first arrival.
        getContent().getElement().setAttribute("role", "status");
    }

    /** A field that wants to know who else is in it, by name; nobody at first. */
    void join(CaseField<?> field, Consumer<List<String>> names) {
        fields.put(field.key(), names);
    }

    /**
     * Shows who is on a case.
     *
     * @param onNews run when somebody, here or elsewhere, wrote something into the case
     */
    void show(UUID caseId, Runnable onNews) {
        this.onNews = onNews;
        if (!caseId.equals(place)) {
            place = caseId;
            getUI().ifPresent(this::enter);
        }
    }

    /** The person in front of the page. */
    UUID me() {
        return me.id();
    }

    void edit(CaseField<?> field) {
        if (visit != null) {
            visit.edit(field.key());
        }
    }

    void rest(CaseField<?> field) {
        if (visit != null) {
            visit.rest(field.key());
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        enter(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        leave();
    }

    private void enter(UI ui) {
        leave();
        if (place == null) {
            return;
        }
        // A window that is gone needs no news.
        othersChanged = () -> ui.accessLater(this::draw, () -> {}).run();
        caseChanged = () -> ui.accessLater(this::hear, () -> {}).run();
        Visit begun = presence.enter(place, me.get(), othersChanged);
        visit = begun;
        deaf = news.listen(place, caseChanged);
        heartbeat = ui.addHeartbeatListener(beat -> begun.stay());
        draw();
    }

    private void leave() {
        if (visit != null) {
            visit.leave();
            visit = null;
        }
        if (heartbeat != null) {
            heartbeat.remove();
            heartbeat = null;
        }
        deaf.run();
        deaf = () -> {};
    }

    private void hear() {
        if (visit != null && onNews != null) {
            onNews.run();
        }
    }

    private void draw() {
        List<Visitor> others = visit == null ? List.of() : visit.others();
        if (others.equals(shown)) {
            return;
        }
        shown = others;
        getContent().removeAll();
        if (!others.isEmpty()) {
            getContent().add(new Span(Texts.t("cases.company")));
        }
        others.forEach(other -> getContent().add(chip(other)));
        fields.forEach((field, names) -> names.accept(others.stream()
                .filter(other -> other.fields().contains(field))
                .map(Visitor::name)
                .toList()));
    }

    private static Span chip(Visitor other) {
        String in = other.fields().stream()
                .flatMap(key -> CaseField.byKey(key).stream())
                .map(CaseInputs::label)
                .collect(Collectors.joining(", "));
        Span chip = new Span(in.isEmpty() ? other.name() : Texts.t("cases.company.edits", other.name(), in));
        chip.addClassNames("cd-badge", "cd-plain");
        return chip;
    }
}
