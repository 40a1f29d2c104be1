package app.carddesk.cases.ui;

import app.carddesk.cases.CaseDossier;
import app.carddesk.guides.Guide;
import app.carddesk.guides.GuideSubject;
import app.carddesk.guides.Guides;
import app.carddesk.guides.ui.GuidesNavigation;
import app.carddesk.shared.Language;
import app.carddesk.shared.Problem;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import app.carddesk.terms.Citation;
import app.carddesk.terms.Outcome;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** Suggests guides for a case from its facts: the problem, the section the verdict rests on, the kind of card. */
@org.springframework.stereotype.Component
@Order(40)
class GuidesCasePanel implements CasePanel {

    /** More than this, and nobody reads any of them. */
    static final int MOST = 3;

    private final Guides guides;

    GuidesCasePanel(Guides guides) {
        this.guides = guides;
    }

    @Override
    public Place place() {
        return Place.VERDICT;
    }

    @Override
    public Optional<Component> create(CaseDossier dossier, Runnable refresh) {
        List<GuideSubject> subjects = subjects(dossier);
        if (subjects.isEmpty()) {
            return Optional.empty();
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("cd-guide-list");
        guides.about(subjects, Language.of(UI.getCurrent().getLocale()))
                .forEach(guide -> list.add(row(guide, dossier.summary().customerLanguage())));
        Panel panel = new Panel(Texts.t("cases.guides"), list);
        panel.addClassName("cd-case-guides");
        return Optional.of(panel);
    }

    /** What the guides of a case are about, the most telling first. */
    static List<GuideSubject> subjects(CaseDossier dossier) {
        Set<GuideSubject> subjects = new LinkedHashSet<>();
        Problem problem = dossier.summary().problem();
        if (problem != null) {
            subjects.add(new GuideSubject.OfProblem(problem));
        }
        if (dossier.verdict().outcome() == Outcome.REDEEM_IN_REGION) {
            subjects.add(new GuideSubject.OfProblem(Problem.OTHER_REGION));
        }
        dossier.verdict().main().citations().stream()
                .flatMap(citation -> section(citation).stream())
                .forEach(subjects::add);
        if (dossier.card() != null) {
            subjects.add(new GuideSubject.OfKind(dossier.card().kind()));
        }
        return subjects.stream().limit(MOST).toList();
    }

    /** The section of the terms that a citation means, if it means one. */
    static Optional<GuideSubject> section(Citation citation) {
        return switch (citation) {
            case ARTICLE_SE, ARTICLE_NO -> Optional.empty();
            case TERMS_1 -> Optional.of(new GuideSubject.OfSection(1));
            case TERMS_3 -> Optional.of(new GuideSubject.OfSection(3));
            case TERMS_4 -> Optional.of(new GuideSubject.OfSection(4));
            case TERMS_7 -> Optional.of(new GuideSubject.OfSection(7));
            case TERMS_8 -> Optional.of(new GuideSubject.OfSection(8));
        };
    }

    private static ListItem row(Guide guide, @Nullable Language customer) {
        Paragraph summary = new Paragraph(guide.text().summary());
        summary.addClassNames("cd-soft", "cd-small");
        return new ListItem(GuidesNavigation.link(guide, customer), summary);
    }
}
