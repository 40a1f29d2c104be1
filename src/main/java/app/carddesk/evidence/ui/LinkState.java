package app.carddesk.evidence.ui;

import app.carddesk.evidence.link.UploadLink;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How a link stands: whether a phone has opened it, how long it is open, and who made it. */
class LinkState extends Composite<Div> {

    private final Span opened = new Span();

    LinkState(PhoneDialogs services, UploadLink link) {
        Formats formats = Formats.current();
        opened.getElement().setAttribute("role", "status");
        boolean today = formats.day(link.expiresAt())
                .equals(formats.day(services.clock().instant()));
        Span until = new Span(
                Texts.t("link.until", today ? formats.time(link.expiresAt()) : formats.dateTime(link.expiresAt())));
        Div time = new Div(until, new Countdown(services.clock(), link.expiresAt()));
        time.addClassName("evidence-link-time");
        Span maker =
                new Span(Texts.t("link.madeBy", services.people().name(link.madeBy()), formats.time(link.madeAt())));
        maker.addClassNames("cd-soft", "cd-small");
        getContent().addClassName("evidence-link-state");
        getContent().add(opened, time, maker);
        show(link);
    }

    void show(UploadLink link) {
        Instant at = link.openedAt();
        opened.setText(
                at == null
                        ? Texts.t("link.unopened")
                        : Texts.t("link.opened", Formats.current().time(at)));
        opened.setClassName(at == null ? "cd-soft" : "cd-ok");
    }

    /** The time that is left, counting in the browser. */
    @Tag("carddesk-countdown")
    @JsModule("context://countdown.js")
    static final class Countdown extends Component {

        Countdown(Clock clock, Instant end) {
            long seconds = Duration.between(clock.instant(), end).toSeconds();
            getElement().setAttribute("seconds", String.valueOf(seconds));
            getElement().setAttribute("over", Texts.t("link.over"));
            getElement().setAttribute("aria-label", Texts.t("link.left"));
        }
    }
}
