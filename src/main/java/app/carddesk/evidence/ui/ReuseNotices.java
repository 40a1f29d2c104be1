package app.carddesk.evidence.ui;

import app.carddesk.access.People;
import app.carddesk.evidence.reuse.Degree;
import app.carddesk.evidence.reuse.ReuseMarking;
import app.carddesk.evidence.reuse.ReusedProof;
import app.carddesk.evidence.reuse.ReusedProofs;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tells which pictures of a case were given before, and lets people compare them and say why that is harmless. */
@StyleSheet("context://styles/evidence.css")
public class ReuseNotices extends Composite<Div> {

    private static final int LOOK_AGAIN = 1500;

    /** How many notices stand open, so that the proofs themselves stay in sight. */
    private static final int OPEN = 2;

    private final ReusedProofs reused;
    private final People people;
    private final UnaryOperator<String> address;
    private final boolean waiting;
    private @Nullable UUID owner;
    private boolean editable;
    private boolean moreOpened;

    /**
     * @param address the address of a case, from its name
     * @param waiting whether to look again by itself while pictures are still being compared
     */
    public ReuseNotices(ReusedProofs reused, People people, UnaryOperator<String> address, boolean waiting) {
        this.reused = reused;
        this.people = people;
        this.address = address;
        this.waiting = waiting;
        getContent().addClassNames("cd-stack", "evidence-reuse");
        getContent().getElement().setAttribute("role", "status");
    }

    /** @param editable whether a notice can be called harmless here */
    public void show(UUID shown, boolean mayMark) {
        owner = shown;
        editable = mayMark;
        refresh();
    }

    @ClientCallable
    private void lookAgain() {
        refresh();
    }

    private void refresh() {
        UUID shown = owner;
        getContent().removeAll();
        if (shown == null) {
            return;
        }
        List<ReusedProof> all = reused.of(shown);
        List<ReusedProof> loud =
                all.stream().filter(found -> found.seen() == null).toList();
        loud.stream().limit(OPEN).forEach(found -> getContent().add(notice(shown, found)));
        if (loud.size() > OPEN) {
            Details more = new Details(Texts.t("evidence.reuse.more", loud.size() - OPEN));
            loud.stream().skip(OPEN).forEach(found -> more.add(notice(shown, found)));
            more.setOpened(moreOpened);
            more.addOpenedChangeListener(change -> moreOpened = change.isOpened());
            getContent().add(more);
        }
        List<ReusedProof> quiet =
                all.stream().filter(found -> found.seen() != null).toList();
        if (!quiet.isEmpty()) {
            Details details = new Details(Texts.t("evidence.reuse.quiet", quiet.size()));
            quiet.forEach(found -> details.add(notice(shown, found)));
            getContent().add(details);
        }
        if (waiting && reused.isComparing(shown)) {
            Span comparing = new Span(Texts.t("evidence.reuse.comparing"));
            comparing.addClassNames("cd-soft", "cd-small");
            getContent().add(comparing);
            getElement().executeJs("setTimeout(() => this.$server.lookAgain(), $0)", LOOK_AGAIN);
        }
        getContent().setVisible(getContent().getComponentCount() > 0);
    }

    private Div notice(UUID shown, ReusedProof found) {
        Div notice = new Div(new Span(words(found)));
        notice.addClassNames("cd-callout", "evidence-reuse-notice");
        ReusedProof.Other other = found.other();
        if (found.seen() == null && (other == null || !other.sameOwner())) {
            notice.addClassName(Tone.WARN.className());
        }
        Div acts = new Div();
        acts.addClassName("cd-row");
        if (other != null) {
            Button compare = new Button(
                    Texts.t("evidence.reuse.compare"),
                    click -> new ReuseComparison(found, other, address.apply(other.owner())).open());
            compare.addThemeVariants(ButtonVariant.SMALL);
            acts.add(compare);
        }
        ReusedProof.Seen seen = found.seen();
        if (seen != null) {
            Paragraph reason = new Paragraph(Texts.t(
                    "evidence.reuse.seen",
                    people.name(seen.by()),
                    Formats.current().dateTime(seen.at()),
                    seen.reason()));
            reason.addClassNames("cd-soft", "cd-small");
            notice.add(reason);
        } else if (editable) {
            Button harmless = new Button(Texts.t("evidence.reuse.harmless"), click -> ask(shown, found.flag()));
            harmless.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
            acts.add(harmless);
        }
        notice.add(acts);
        return notice;
    }

    private static String words(ReusedProof found) {
        String degree = found.degree() == Degree.SAME ? "same" : "nearly";
        ReusedProof.Other other = found.other();
        if (other == null) {
            return Texts.t("evidence.reuse." + degree + ".hidden");
        }
        String kind = Texts.of(other.kind());
        String when = Formats.current().dateTime(other.addedAt());
        return other.sameOwner()
                ? Texts.t("evidence.reuse." + degree + ".here", kind, when)
                : Texts.t("evidence.reuse." + degree + ".there", other.owner(), kind, when);
    }

    private void ask(UUID shown, UUID flag) {
        new ReasonDialog(
                        Texts.t("evidence.reuse.harmless.title"),
                        Texts.t("evidence.reuse.harmless.hint"),
                        Texts.t("evidence.reuse.harmless.submit"),
                        reason -> {
                            tell(reused.markHarmless(shown, flag, reason));
                            refresh();
                        })
                .open();
    }

    private static void tell(ReuseMarking marking) {
        switch (marking) {
            case ReuseMarking.Done() -> {}
            case ReuseMarking.Gone() -> Toasts.failure(Texts.t("evidence.reuse.gone"));
            case ReuseMarking.Closed() -> Toasts.failure(Texts.t("evidence.decision.closed"));
            case ReuseMarking.ReasonMissing() -> Toasts.failure(Texts.t("evidence.reason.missing"));
            case ReuseMarking.ReasonTooLong(int limit) ->
                Toasts.failure(
                        Texts.t("evidence.reason.tooLong", Formats.current().number(limit)));
            case ReuseMarking.CodeInReason() -> Toasts.failure(Texts.t("evidence.reason.code"));
        }
    }
}
