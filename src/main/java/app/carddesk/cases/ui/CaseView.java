package app.carddesk.cases.ui;

import app.carddesk.access.People;
import app.carddesk.access.Roles;
import app.carddesk.cases.CallBacks;
import app.carddesk.cases.CaseContents;
import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseNumber;
import app.carddesk.cases.CaseRefusal;
import app.carddesk.cases.CaseState;
import app.carddesk.cases.CaseSummary;
import app.carddesk.cases.CaseWork;
import app.carddesk.cases.PictureOffers;
import app.carddesk.cases.Receipts;
import app.carddesk.evidence.reuse.ReusedProofs;
import app.carddesk.evidence.ui.ProofBoards;
import app.carddesk.evidence.ui.ReuseNotices;
import app.carddesk.shared.DatabaseAvailability;
import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.PageHeader;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One case on one page: what the customer says, the proofs and steps, and the verdict that follows from them. */
@Route("cases/:" + CaseView.NUMBER)
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
@StyleSheet("context://styles/cases.css")
@StyleSheet("context://styles/guides.css")
class CaseView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String NUMBER = "number";

    private final CaseFile file;
    private final CaseCompany company;
    private final OpenCase open;
    private final PageHeader header = new PageHeader("");
    private final Span badge = new Span();
    private final Paragraph own = new Paragraph(Texts.of(CaseRefusal.OWN_CASE));
    private final Div columns = new Div();
    private final SpokenLanguage language = new SpokenLanguage();
    private final StateActs acts;
    private final CardSection card;
    private final ReportForm report;
    private final CustomerForm customer;
    private final PurchaseForm purchase;
    private final HandlingPanel handling;
    private final ProofSection proofs;
    private final StepsPanel steps;
    private final NotePanel note;
    private final StoryPanel story;
    private final VerdictPanel verdict = new VerdictPanel();
    private final PanelSlot below;
    private final PanelSlot middle;
    private @Nullable CaseNumber number;
    private @Nullable CaseState state;

    CaseView(
            CaseFile file,
            CaseEditing editing,
            CaseWork work,
            ProofBoards boards,
            PictureOffers offers,
            ReusedProofs reused,
            Receipts receipts,
            People people,
            CaseCompany company,
            DatabaseAvailability database,
            CallBacks callBacks,
            Clock clock,
            HandOver handOver,
            List<CasePanel> panels,
            List<StoryPart> parts) {
        this.file = file;
        this.company = company;
        this.open = new OpenCase(editing, people, company, database, this::refresh);
        CaseInputs inputs = new CaseInputs(open);
        this.acts = new StateActs(work, open);
        this.card = new CardSection(open, language);
        this.report = new ReportForm(inputs);
        this.customer = new CustomerForm(inputs);
        this.purchase = new PurchaseForm(inputs, open, receipts);
        Undoing undoing = new Undoing(work, boards, open, clock);
        this.handling = new HandlingPanel(inputs, open, callBacks, people, undoing, clock);
        this.proofs = new ProofSection(
                boards,
                new OffersPanel(offers, open),
                new ReuseNotices(reused, people, CasesNavigation::addressOf, true),
                this::proofsChanged);
        this.steps = new StepsPanel(new TurnActs(work, open, handOver, proofs::focus), people, language, acts::solve);
        this.note = new NotePanel(work, open, undoing);
        this.story = new StoryPanel(people, undoing, clock, parts);
        this.below = new PanelSlot(panels, CasePanel.Place.VERDICT);
        this.middle = new PanelSlot(panels, CasePanel.Place.MAIN);
        addClassNames("cd-page", "cd-case");

        Div left = column("cd-case-said", card, report, customer, purchase, handling);
        Div centre = column("cd-case-work", this.proofs, steps, middle, note, story);
        verdict.add(below);
        Div right = column("cd-case-verdict", verdict);
        columns.addClassName("cd-case-columns");
        columns.add(left, centre, right);
        own.addClassNames("cd-callout", "cd-warn");
        own.getElement().setAttribute("role", "status");
        header.beside(badge, company);
        add(header, own, columns);
    }

    private static Div column(String className, Component... content) {
        Div column = new Div(content);
        column.addClassNames("cd-stack", className);
        return column;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters()
                .get(NUMBER)
                .flatMap(CaseNumber::parse)
                .orElse(null);
        refresh();
    }

    private void refresh() {
        CaseContents contents = number == null ? null : file.read(number).orElse(null);
        if (contents == null) {
            removeAll();
            add(
                    new PageHeader(Texts.t("cases.unknown.title")),
                    new EmptyState(
                            Texts.t("cases.unknown"),
                            Texts.t("cases.unknown.hint"),
                            new RouterLink(Texts.t("cases.unknown.list"), CaseListView.class)));
        } else {
            show(contents);
        }
    }

    /** Draws what depends on the proofs, and nothing that somebody may be typing in. */
    private void proofsChanged() {
        CaseContents contents = number == null ? null : file.read(number).orElse(null);
        if (contents == null || contents.dossier().summary().state() != state) {
            refresh();
        } else {
            showVerdict(contents);
        }
    }

    /** What somebody wrote into the case elsewhere is shown here too; what was written here is shown already. */
    private void heard() {
        if (!file.latestLine(open.id()).equals(open.contents().latestLine())) {
            refresh();
        }
    }

    private void show(CaseContents contents) {
        open.hold(contents);
        CaseSummary summary = contents.dossier().summary();
        header.title(summary.number().toString()).subtitle(subtitle(contents));
        badge.removeAll();
        badge.add(new StateBadge(summary.state()));
        company.show(summary.id(), this::heard);
        if (summary.state() != state) {
            state = summary.state();
            header.actions(contents.own() ? new Component[0] : acts.from(state));
        }
        own.setVisible(contents.own());
        language.show(contents);
        card.show(contents);
        report.show(contents);
        customer.show(contents);
        purchase.show(contents);
        handling.show(contents);
        note.show(contents);
        showVerdict(contents);
    }

    /** What follows from the proofs, and what the pictures themselves tell. */
    private void showVerdict(CaseContents contents) {
        proofs.show(contents);
        steps.show(contents);
        story.show(contents.dossier().summary().id(), contents.timeline());
        verdict.show(contents);
        below.show(contents.dossier(), this::refresh);
        middle.show(contents.dossier(), this::refresh);
    }

    private String subtitle(CaseContents contents) {
        CaseSummary summary = contents.dossier().summary();
        String opened = Texts.t("cases.opened.on", Formats.current().dateTime(summary.openedAt()));
        String about = summary.problem() == null ? "" : Texts.of(summary.problem()) + " · ";
        return contents.isEditable() ? about + opened : about + opened + " · " + Texts.t("cases.readOnly");
    }

    @Override
    public String getPageTitle() {
        return Texts.title(number == null ? Texts.t("cases.unknown.title") : number.toString());
    }
}
