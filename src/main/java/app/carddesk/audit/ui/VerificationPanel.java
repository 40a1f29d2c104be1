package app.carddesk.audit.ui;

import app.carddesk.access.People;
import app.carddesk.audit.AuditVerification;
import app.carddesk.audit.AuditVerification.Starting;
import app.carddesk.audit.Finding;
import app.carddesk.audit.VerificationRun;
import app.carddesk.shared.ui.Badge;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import app.carddesk.shared.ui.Tone;
import app.carddesk.shared.ui.Watching;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The newest verification: how far it is, or what came of it. It goes on when nobody looks. */
final class VerificationPanel extends Panel {

    private final AuditVerification verification;
    private final People people;

    VerificationPanel(AuditVerification verification, People people) {
        super(Texts.t("audit.verification"));
        this.verification = verification;
        this.people = people;
        addClassName("cd-audit-verification");
        Watching.whileAttached(this, verification::listen, this::refresh);
        refresh();
    }

    void start() {
        switch (verification.start()) {
            case Starting.Started _ -> Toasts.success(Texts.t("audit.verify.started"));
            case Starting.AlreadyRunning() -> Toasts.success(Texts.t("audit.verify.running"));
        }
        refresh();
    }

    private void refresh() {
        VerificationRun run = verification.latest().orElse(null);
        if (run == null) {
            edge(Tone.PLAIN);
            show(new Paragraph(Texts.t("audit.verify.never")));
            return;
        }
        List<Component> content = new ArrayList<>();
        content.add(new Badge(Texts.t("audit.state." + run.state().name()), tone(run.state())));
        content.add(new Paragraph(words(run)));
        switch (run.state()) {
            case RUNNING -> content.add(progress(run));
            case BROKEN -> content.add(findings(run));
            case SOUND, FAILED -> {}
        }
        edge(tone(run.state()));
        show(content.toArray(Component[]::new));
    }

    private String words(VerificationRun run) {
        Formats formats = Formats.current();
        return Texts.t(
                "audit.verify." + run.state().name(),
                formats.dateTime(Objects.requireNonNullElse(run.finishedAt(), run.startedAt())),
                people.name(run.startedBy()),
                formats.number(run.events()),
                formats.number(run.streams()),
                formats.number(run.anchors()),
                formats.number(run.outside()),
                formats.number(run.findings()),
                formats.number(run.expected()));
    }

    private static ProgressBar progress(VerificationRun run) {
        ProgressBar bar = new ProgressBar(0, Math.max(1, run.expected()));
        bar.setValue(Math.min(Math.max(1, run.expected()), run.events()));
        bar.getElement().setAttribute("aria-label", Texts.t("audit.verification"));
        return bar;
    }

    private Component findings(VerificationRun run) {
        List<Finding> named = verification.findings(run.id());
        UnorderedList list = new UnorderedList();
        list.addClassName("cd-audit-findings");
        named.forEach(finding -> list.add(new ListItem(words(finding))));
        if (run.findings() > named.size()) {
            list.add(new ListItem(
                    Texts.t("audit.finding.more", Formats.current().number(run.findings() - named.size()))));
        }
        return list;
    }

    private static String words(Finding finding) {
        Formats formats = Formats.current();
        return Texts.t(
                "audit.finding." + finding.kind().name(),
                Objects.requireNonNullElse(finding.stream(), ""),
                formats.number(finding.first()),
                formats.number(finding.last()));
    }

    private static Tone tone(VerificationRun.State state) {
        return switch (state) {
            case RUNNING -> Tone.ACCENT;
            case SOUND -> Tone.OK;
            case BROKEN -> Tone.BAD;
            case FAILED -> Tone.WARN;
        };
    }

    /** The button that starts one; it stands beside the heading of the page. */
    Button button() {
        return new Button(Texts.t("audit.verify"), click -> start());
    }
}
