package app.carddesk.cases;

import app.carddesk.shared.Columns;
import app.carddesk.shared.Problem;
import app.carddesk.shared.RedemptionCodes;
import app.carddesk.shared.Region;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases as lines of lists, straight from the database. */
@Repository
class CaseLines {

    private static final String SELECT = """
            select c.id, c.case_year, c.case_sequence, c.state, c.problem, u.name as customer_name, c.serial,
                   c.assignee, c.call_back, c.opened_at, c.changed_at
              from support_case c left join customer u on u.id = c.customer_id
            """;

    private static final String NOT_CLOSED = "c.state not in ('SOLVED', 'CLOSED_WITHOUT_SOLUTION')";

    /** How many lines short lists have. */
    private static final int FEW = 20;

    private final JdbcClient jdbc;

    CaseLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CaseLine> page(CaseQuery query, UUID me, int offset, int limit) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> params = new HashMap<>();
        view(query.view(), me, conditions, params);
        if (query.state() != null) {
            conditions.add("c.state = :state");
            params.put("state", query.state().name());
        }
        if (query.problem() != null) {
            conditions.add("c.problem = :problem");
            params.put("problem", query.problem().name());
        }
        if (!query.text().isBlank()) {
            text(query.text().strip(), conditions, params);
        }
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return jdbc.sql(SELECT + where + " order by " + query.order().sql(query.ascending())
                        + " limit :limit offset :offset")
                .params(params)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, index) -> read(row))
                .list();
    }

    /** The cases of a card, newest first. */
    List<CaseLine> ofCard(UUID card) {
        return few("c.card_id = :id order by c.opened_at desc", Map.of("id", card));
    }

    /** A customer's cases but one, newest first. */
    List<CaseLine> ofCustomer(UUID customer, UUID except) {
        return few(
                "c.customer_id = :id and c.id <> :except order by c.opened_at desc",
                Map.of("id", customer, "except", except));
    }

    List<CaseLine> ofCustomer(UUID customer) {
        return few("c.customer_id = :id order by c.opened_at desc", Map.of("id", customer));
    }

    List<CaseLine> withNumber(CaseNumber number) {
        return few(
                "c.case_year = :year and c.case_sequence = :sequence",
                Map.of("year", number.year(), "sequence", number.sequence()));
    }

    /** The cases a person had in hand lately. */
    List<CaseLine> lately(UUID person, int limit) {
        return jdbc.sql(SELECT + " where c.assignee = :me or c.opened_by = :me order by c.changed_at desc limit :limit")
                .param("me", person)
                .param("limit", limit)
                .query((row, index) -> read(row))
                .list();
    }

    /**
     * Open cases with a call-back of this person that is due today or overdue, the oldest first. One without a time is
     * the assignee's.
     */
    List<CaseLine> due(UUID person, LocalDate today) {
        return few(
                "coalesce(c.call_back_by, c.assignee) = :me and c.call_back <= :today and " + NOT_CLOSED
                        + " order by c.call_back, c.opened_at",
                Map.of("me", person, "today", today));
    }

    private List<CaseLine> few(String condition, Map<String, ?> params) {
        return jdbc.sql(SELECT + " where " + condition + " limit " + FEW)
                .params(params)
                .query((row, index) -> read(row))
                .list();
    }

    private static void view(CaseQuery.View view, UUID me, List<String> conditions, Map<String, Object> params) {
        switch (view) {
            case MINE -> {
                conditions.add("c.assignee = :me and " + NOT_CLOSED);
                params.put("me", me);
            }
            case UNASSIGNED -> conditions.add("c.assignee is null and " + NOT_CLOSED);
            case WAITING_FOR_CUSTOMER -> conditions.add("c.state = 'WAITING_FOR_CUSTOMER'");
            case WAITING_FOR_REVIEW -> conditions.add("c.state = 'WAITING_FOR_REVIEW'");
            case ALL -> {}
        }
    }

    private static void text(String text, List<String> conditions, Map<String, Object> params) {
        if (RedemptionCodes.containsCode(text)) {
            conditions.add("1 = 0");
            return;
        }
        Optional<CaseNumber> number = CaseNumber.parse(text);
        if (number.isPresent()) {
            conditions.add("c.case_year = :year and c.case_sequence = :sequence");
            params.put("year", number.get().year());
            params.put("sequence", number.get().sequence());
            return;
        }
        List<String> either = new ArrayList<>();
        either.add("u.name_key like :name escape '!'");
        params.put("name", "%" + escaped(CaseField.key(text)) + "%");
        String serial = RedemptionCodes.normalize(text).replaceAll("[^A-Z0-9]", "");
        if (!serial.isEmpty()) {
            either.add("c.serial like :serial");
            params.put("serial", serial + "%");
        }
        EmailAddress.parse(text).ifPresent(email -> {
            either.add("u.email_key = :email");
            params.put("email", email.key());
        });
        phone(text).ifPresent(phone -> {
            either.add("u.phone = :phone");
            params.put("phone", phone.e164());
        });
        conditions.add("(" + String.join(" or ", either) + ")");
    }

    /** A number as it is dialled at home, where a list cannot know which country is meant. */
    private static Optional<PhoneNumber> phone(String text) {
        return text.startsWith("+") || text.startsWith("00")
                ? PhoneNumber.parse(text, Region.DENMARK)
                : Optional.empty();
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static CaseLine read(ResultSet row) throws SQLException {
        String problem = row.getString("problem");
        return new CaseLine(
                Rows.uuid(row, "id"),
                new CaseNumber(row.getInt("case_year"), row.getInt("case_sequence")),
                CaseState.valueOf(row.getString("state")),
                problem == null ? null : Problem.valueOf(problem),
                row.getString("customer_name"),
                row.getString("serial"),
                row.getObject("assignee", UUID.class),
                row.getObject("call_back", LocalDate.class),
                Columns.instant(row, "opened_at"),
                Columns.instant(row, "changed_at"));
    }
}
