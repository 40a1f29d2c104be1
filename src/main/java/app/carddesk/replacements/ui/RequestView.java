package app.carddesk.replacements.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.People;
import app.carddesk.access.Roles;
import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseRefusal;
import app.carddesk.cases.ui.CasesNavigation;
import app.carddesk.replacements.Decision;
import app.carddesk.replacements.Handled;
import app.carddesk.replacements.Outlook;
import app.carddesk.replacements.Refusal;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.RequestKind;
import app.carddesk.replacements.RequestState;
import app.carddesk.replacements.ReviewQueue;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.PageHeader;
import app.carddesk.shared.ui.PaymentDialog;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request with everything a decision needs, and the decision. */
@Route(ReviewNavigation.QUEUE + "/:" + ReviewNavigation.REQUEST)
@RolesAllowed(Roles.SUPERVISOR)
@StyleSheet("context://styles/replacements.css")
class RequestView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Replacements replacements;
    private final ReviewQueue queue;
    private final CaseFile cases;
    private final DecisionPanels panels;
    private final Payments payments;
    private final CurrentPerson person;
    private final People people;
    private final Clock clock;
    private String title = "";

    /** The reason of an approval that was not taken because something had come up. */
    private String begun = "";

    RequestView(
            Replacements replacements,
            ReviewQueue queue,
            CaseFile cases,
            DecisionPanels panels,
            Payments payments,
            CurrentPerson person,
            People people,
            Clock clock) {
        this.replacements = replacements;
        this.queue = queue;
        this.cases = cases;
        this.panels = panels;
        this.payments = payments;
        this.person = person;
        this.people = people;
        this.clock = clock;
        addClassNames("cd-page", "cd-decision");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<ReplacementRequest> request = event.getRouteParameters()
                .get(ReviewNavigation.REQUEST)
                .flatMap(RequestView::id)
                .flatMap(replacements::find);
        if (request.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(request.get());
    }

    @Override
    public String getPageTitle() {
        return Texts.title(title);
    }

    private void show(ReplacementRequest request) {
        CaseContents contents = cases.read(request.caseNumber()).orElseThrow();
        // Read before it is drawn: what comes up afterwards was not seen.
        Outlook against = replacements.against(request.id());
        title = question(request);
        String notByMe = notByMe(request, contents);

        PageHeader header = new PageHeader(title)
                .beside(new Anchor(
                        CasesNavigation.of(request.caseNumber()),
                        request.caseNumber().toString()))
                .subtitle(subtitle(request));
        Div main = new Div();
        main.addClassName("cd-stack");
        if (request.state() == RequestState.PENDING && notByMe == null) {
            header.actions(new DecisionActions(
                    this,
                    request,
                    () -> payments.of(contents.dossier()).lines(),
                    begun,
                    made -> decide(request, inSightOf(against, made))));
        } else {
            main.add(new DecisionTaken(
                    request, notByMe, people, () -> retrying(request, contents), () -> refuse(request)));
        }
        main.add(panels.proofs(request, contents), new ComparisonTable(contents));
        Div side = panels.side(request, contents, against);
        Div columns = new Div(main, side);
        columns.addClassName("cd-decision-columns");
        removeAll();
        add(header, columns);
    }

    /** Why the person signed in is not the one to decide, if they are not. */
    private @Nullable String notByMe(ReplacementRequest request, CaseContents contents) {
        if (contents.own()) {
            return Texts.of(CaseRefusal.OWN_CASE);
        }
        if (request.requestedBy().equals(person.id())) {
            return Texts.t("replacements.ownRequest");
        }
        if (replacements.isAddressMine(request.caseId())) {
            return RequestTexts.of(new Refusal.OwnAddress());
        }
        UUID card = request.cardId();
        return card != null && replacements.isBroughtInByMe(card) ? RequestTexts.of(new Refusal.BroughtIn()) : null;
    }

    private static String question(ReplacementRequest request) {
        if (request.kind() == RequestKind.REFERRAL || request.amount() == null) {
            return Texts.t(
                    "replacements.question.referral", request.caseNumber().toString());
        }
        return Texts.t("replacements.question", Formats.current().money(request.amount()));
    }

    private String subtitle(ReplacementRequest request) {
        return Texts.t(
                "replacements.decision.subtitle",
                request.number().toString(),
                people.name(request.requestedBy()),
                RequestTexts.age(request.requestedAt(), clock.instant()),
                queue.countToDecide());
    }

    /** An approval names what its page showed, so that nothing is approved that nobody saw. */
    private static DecisionActions.Made inSightOf(Outlook against, DecisionActions.Made made) {
        return made.decision() instanceof Decision.Approve approve
                ? new DecisionActions.Made(new Decision.Approve(approve.reason(), against), made.key())
                : made;
    }

    private boolean decide(ReplacementRequest request, DecisionActions.Made made) {
        begun = made.decision() instanceof Decision.Approve approve
                ? Objects.requireNonNullElse(approve.reason(), "")
                : "";
        return answer(request, replacements.decide(request.id(), request.version(), made.decision(), made.key()));
    }

    private PaymentDialog retrying(ReplacementRequest request, CaseContents contents) {
        return new PaymentDialog(
                Texts.t("replacements.retry.title"),
                null,
                payments.of(contents.dossier()).lines(),
                Texts.t("replacements.retry.yes"),
                (words, key) -> answer(request, replacements.retry(request.id())));
    }

    private void refuse(ReplacementRequest request) {
        DecisionActions.refusing(request, made -> decide(request, made)).open();
    }

    private boolean answer(ReplacementRequest request, Handled handled) {
        switch (handled) {
            case Handled.Done done -> {
                Toasts.success(RequestTexts.reached(done.reached()));
                show(done.request());
                return true;
            }
            case Handled.Refused refused -> {
                Toasts.failure(RequestTexts.of(refused.why()));
                show(replacements.find(request.id()).orElseThrow());
                // What came up is read on the page, which is drawn anew below the dialog: it goes.
                return refused.why() instanceof Refusal.NewMarks;
            }
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
