package app.carddesk.cases.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.Role;
import app.carddesk.cases.CaseLine;
import app.carddesk.cases.CaseQuery;
import app.carddesk.cases.CaseSearch;
import app.carddesk.shared.ui.Palette;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Cases in the palette: by number, customer, e-mail, phone or serial; before anything is typed, the latest. */
@Component
@Order(10)
class CasePalette implements Palette.Source {

    /** Shorter text finds half of all cases. */
    private static final int SHORTEST = 2;

    private final CaseSearch search;
    private final CurrentPerson person;

    CasePalette(CaseSearch search, CurrentPerson person) {
        this.search = search;
        this.person = person;
    }

    @Override
    public String heading() {
        return "cases.palette";
    }

    @Override
    public List<Palette.Line> find(String typed) {
        if (!person.has(Role.AGENT) && !person.has(Role.SUPERVISOR)) {
            return List.of();
        }
        if (typed.isEmpty()) {
            return search.lately().stream().limit(3).map(CasePalette::line).toList();
        }
        if (typed.length() < SHORTEST) {
            return List.of();
        }
        CaseQuery query = new CaseQuery(CaseQuery.View.ALL, typed, null, null, CaseQuery.Order.CHANGED, false);
        return search.page(query, 0, Palette.MOST).stream()
                .map(CasePalette::line)
                .toList();
    }

    private static Palette.Line line(CaseLine line) {
        return Palette.Line.to(line.number().toString(), CaseLinks.about(line), CasesNavigation.of(line.number()));
    }
}
