package app.carddesk.notices.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.People;
import app.carddesk.access.Person;
import app.carddesk.notices.News;
import app.carddesk.notices.Notices;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The bell: how much there is to read, counted while it comes, and a press away from it. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@StyleSheet("context://styles/notices.css")
public class NoticeBell extends Composite<Div> {

    private final Notices notices;
    private final News news;
    private final People people;
    private final @Nullable UUID me;
    private final Button button = new Button(VaadinIcon.BELL_O.create());
    private final Span count = new Span();
    /** Read out when it changes; the name of a button is not. */
    private final Span told = new Span();

    private int unread;
    private @Nullable NoticeList list;
    /** Held here, because the news hold it weakly. */
    private @Nullable Runnable listener;

    private @Nullable Runnable deaf;

    NoticeBell(Notices notices, News news, People people, CurrentPerson current) {
        this.notices = notices;
        this.news = news;
        this.people = people;
        this.me = current.find().map(Person::id).orElse(null);
        getContent().addClassName("cd-bell");
        if (me == null) {
            return;
        }
        count.addClassNames("cd-badge", "cd-bell-count");
        count.getElement().setAttribute("aria-hidden", "true");
        told.addClassName("cd-visually-hidden");
        told.getElement().setAttribute("role", "status");
        button.setText(Texts.t("notices.title"));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setSuffixComponent(count);
        button.addClickListener(event -> open());
        getContent().add(button, told);
        unread = notices.unread();
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (me != null) {
            UI ui = event.getUI();
            // A window that is gone needs no news.
            listener = () -> ui.accessLater(this::changed, () -> {}).run();
            deaf = news.listen(me, listener);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (deaf != null) {
            deaf.run();
            deaf = null;
        }
        listener = null;
    }

    private void open() {
        list = new NoticeList(notices, people);
        list.open();
    }

    private void changed() {
        int before = unread;
        unread = notices.unread();
        show();
        if (unread > before) {
            told.setText(name());
        }
        if (list != null && list.isOpened()) {
            list.refresh();
        }
    }

    private void show() {
        count.setText(String.valueOf(unread));
        count.setVisible(unread > 0);
        button.setAriaLabel(name());
        button.setTooltipText(name());
    }

    private String name() {
        return unread == 0 ? Texts.t("notices.bell.none") : Texts.t("notices.bell", unread);
    }
}
