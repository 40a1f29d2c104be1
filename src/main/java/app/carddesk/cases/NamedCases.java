package app.carddesk.cases;

import app.carddesk.shared.NamedSubjects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Cases by their numbers. */
@Component
class NamedCases implements NamedSubjects {

    private final CaseStore cases;

    NamedCases(CaseStore cases) {
        this.cases = cases;
    }

    @Override
    public Optional<UUID> idOf(String typed) {
        return CaseNumber.parse(typed).flatMap(cases::find).map(CaseRecord::id);
    }

    @Override
    public Optional<String> nameOf(String kind, UUID id) {
        return kind.equals("case") ? cases.find(id).map(found -> found.number().toString()) : Optional.empty();
    }
}
