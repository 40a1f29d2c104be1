package app.carddesk.cases;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForDesk;
import app.carddesk.cards.Card;
import app.carddesk.cards.CardRegister;
import app.carddesk.cards.Serial;
import app.carddesk.notices.NoticeKind;
import app.carddesk.notices.NoticePost;
import app.carddesk.personal.PersonalValues;
import app.carddesk.shared.Installation;
import app.carddesk.shared.RedemptionCodes;
import app.carddesk.shared.RetriedOnContention;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes the fields of a case, one at a time. Whoever writes says what they saw before; if that no longer stands there,
 * nothing is written and they learn what does.
 */
@Service
@ForDesk
@RetriedOnContention
public class CaseEditing {

    /** The field under which a note that is being written keeps its draft. */
    public static final String NOTE = "note";

    private static final Duration BEGUN_LATELY = Duration.ofDays(7);

    private static final int BEGUN_SHOWN = 5;

    private final CaseStore cases;
    private final CustomerStore customers;
    private final ContactMarks contacts;
    private final OwnCase own;
    private final CaseGuard guard;
    private final CaseDrafts drafts;
    private final Timeline timeline;
    private final CardRegister cards;
    private final PersonalValues personal;
    private final NoticePost post;
    private final CurrentPerson currentPerson;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Installation installation;

    CaseEditing(
            CaseStore cases,
            CustomerStore customers,
            ContactMarks contacts,
            OwnCase own,
            CaseGuard guard,
            CaseDrafts drafts,
            Timeline timeline,
            CardRegister cards,
            PersonalValues personal,
            NoticePost post,
            CurrentPerson currentPerson,
            ApplicationEventPublisher events,
            TransactionOperations transactions,
            Clock clock,
            Installation installation) {
        this.cases = cases;
        this.customers = customers;
        this.contacts = contacts;
        this.own = own;
        this.guard = guard;
        this.drafts = drafts;
        this.timeline = timeline;
        this.cards = cards;
        this.personal = personal;
        this.post = post;
        this.currentPerson = currentPerson;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
        this.installation = installation;
    }

    /**
     * Commits a field and drops the writer's draft of it.
     *
     * @param base what the writer saw in the field before
     * @param value what it shall hold; null takes back what was said
     */
    public <T> Change<T> change(UUID caseId, CaseField<T> field, @Nullable T base, @Nullable T value) {
        Optional<CaseRefusal> refusal = refusal(field, value);
        if (refusal.isPresent()) {
            return new Change.Refused<>(refusal.get());
        }
        try {
            return inTransaction(caseId, field, base, value);
        } catch (DuplicateKeyException takenMeanwhile) {
            // Between our look and our write another customer got this e-mail or phone; the second look finds them.
            return inTransaction(caseId, field, base, value);
        }
    }

    private <T> Change<T> inTransaction(UUID caseId, CaseField<T> field, @Nullable T base, @Nullable T value) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Change<T> change = own.is(caseId) || own.isMine(value)
                    ? new Change.Refused<>(CaseRefusal.OWN_CASE)
                    : field.isPersonal() ? personal(caseId, field, base, value) : fact(caseId, field, base, value);
            switch (change) {
                case Change.Changed<T> _, Change.Unchanged<T> _ -> drafts.drop(caseId, field.key());
                case Change.Conflict<T> _, Change.Refused<T> _, Change.BelongsToAnother<T> _ -> {}
            }
            return change;
        }));
    }

    private <T> Change<T> fact(UUID caseId, CaseField<T> field, @Nullable T base, @Nullable T value) {
        if (value instanceof LocalDate day && isReportBeforePurchase(caseId, field, day)) {
            return new Change.Refused<>(CaseRefusal.REPORT_BEFORE_PURCHASE);
        }
        if (!Objects.equals(base, value) && cases.set(caseId, field, base, value)) {
            timeline.tellField(caseId, field.key(), field.canonical(base), field.canonical(value));
            if (field.equals(CaseField.ASSIGNEE) && value instanceof UUID person) {
                String number = cases.get(caseId).number().toString();
                post.tell(person, NoticeKind.CASE_ASSIGNED, number, "cases/" + number, currentPerson.id());
            }
            return new Change.Changed<>(value);
        }
        return unwritten(cases.get(caseId), field, value);
    }

    /** Nobody reports a card before it was bought; the case is held, so that nobody types the other day meanwhile. */
    private boolean isReportBeforePurchase(UUID caseId, CaseField<?> field, LocalDate day) {
        boolean report = field.equals(CaseField.FIRST_REPORTED);
        if (!report && !field.equals(CaseField.PURCHASE_DATE)) {
            return false;
        }
        guard.hold(caseId);
        LocalDate other = cases.get(caseId).values().get(report ? CaseField.PURCHASE_DATE : CaseField.FIRST_REPORTED);
        return other != null && (report ? day.isBefore(other) : other.isBefore(day));
    }

    private <T> Change<T> personal(UUID caseId, CaseField<T> field, @Nullable T base, @Nullable T value) {
        if (!cases.touch(caseId)) {
            return unwritten(cases.get(caseId), field, value);
        }
        CaseRecord found = cases.get(caseId);
        T current = found.values().get(field);
        if (Objects.equals(current, value) || !Objects.equals(current, base)) {
            return unwritten(found, field, value);
        }
        UUID customer = found.customerId();
        if (customer == null) {
            return value == null ? new Change.Unchanged<>() : attach(caseId, field, value);
        }
        Optional<Customer> other = value == null ? Optional.empty() : customers.knownBy(value);
        if (other.isPresent() && !other.get().id().equals(customer)) {
            return new Change.BelongsToAnother<>(other.get());
        }
        if (!customers.set(customer, field, base, value)) {
            return unwritten(cases.get(caseId), field, value);
        }
        timeline.tellField(caseId, field.key(), field.canonical(base), field.canonical(value));
        events.publishEvent(
                new CustomerChanged(customer, caseId, field.key(), field.canonical(base), field.canonical(value)));
        return new Change.Changed<>(value);
    }

    private <T> Change<T> attach(UUID caseId, CaseField<T> field, T value) {
        Customer customer = customers.knownByOrNew(field, value);
        cases.setCustomer(caseId, null, customer.id(), currentPerson.id());
        personal.give(caseId, customer.id());
        timeline.tellField(caseId, field.key(), null, field.canonical(value));
        events.publishEvent(new CustomerChanged(customer.id(), caseId, field.key(), null, field.canonical(value)));
        return new Change.Changed<>(value);
    }

    /** Why a value was not written, from what stands there now. */
    private <T> Change<T> unwritten(CaseRecord found, CaseField<T> field, @Nullable T value) {
        if (found.state().isClosed()) {
            return new Change.Refused<>(CaseRefusal.CASE_CLOSED);
        }
        T current = found.values().get(field);
        if (Objects.equals(current, value)) {
            return new Change.Unchanged<>();
        }
        return new Change.Conflict<>(current);
    }

    /**
     * Gives the case to another customer who is known already.
     *
     * @param base the customer the writer saw before
     * @throws java.util.NoSuchElementException if there is no such customer
     */
    @Transactional
    public Change<Customer> switchCustomer(UUID caseId, @Nullable UUID base, UUID to) {
        Customer customer = customers.find(to).orElseThrow();
        CaseRecord before = cases.get(caseId);
        UUID elsewhere = base != null && contacts.isElsewhere(base, customer) ? base : null;
        if (own.is(caseId) || own.isMe(customer)) {
            return new Change.Refused<>(CaseRefusal.OWN_CASE);
        }
        if (Objects.equals(base, to)) {
            return new Change.Unchanged<>();
        }
        if (!cases.setCustomer(caseId, base, to, currentPerson.id())) {
            return before.state().isClosed()
                    ? new Change.Refused<>(CaseRefusal.CASE_CLOSED)
                    : new Change.Conflict<>(cases.get(caseId).customer());
        }
        if (elsewhere != null) {
            cases.readdressed(caseId, elsewhere);
        }
        personal.give(caseId, to);
        timeline.tellSwitch(caseId, base, label(before.customer()), label(customer));
        if (base != null && customers.removeIfAbandoned(base)) {
            personal.give(base, to);
        }
        drafts.drop(caseId, CaseField.CUSTOMER_EMAIL.key());
        drafts.drop(caseId, CaseField.CUSTOMER_PHONE.key());
        events.publishEvent(CustomerChanged.switched(caseId, base, to));
        return new Change.Changed<>(customer);
    }

    /**
     * Changes what card the case is about. A serial the register does not know is kept as it was read out.
     *
     * @param base the serial the writer saw before
     */
    @Transactional
    public Change<Serial> changeCard(UUID caseId, @Nullable Serial base, @Nullable Serial serial) {
        if (own.is(caseId)) {
            return new Change.Refused<>(CaseRefusal.OWN_CASE);
        }
        UUID card = serial == null ? null : cards.find(serial).map(Card::id).orElse(null);
        String before = base == null ? null : base.value();
        String after = serial == null ? null : serial.value();
        if (!Objects.equals(before, after) && cases.setCard(caseId, before, card, after)) {
            timeline.tellField(
                    caseId,
                    "card",
                    before == null ? null : Canonical.serial(before),
                    after == null ? null : Canonical.serial(after));
            events.publishEvent(new CaseCardChanged(caseId, before, after));
            return new Change.Changed<>(serial);
        }
        CaseRecord found = cases.get(caseId);
        if (found.state().isClosed()) {
            return new Change.Refused<>(CaseRefusal.CASE_CLOSED);
        }
        return Objects.equals(found.serial(), after)
                ? new Change.Unchanged<>()
                : new Change.Conflict<>(found.serial() == null ? null : new Serial(found.serial()));
    }

    /**
     * Keeps what the person signed in is typing into a field, so that they find it again. Blank forgets it. Of a
     * redemption code, whole or begun, nothing is kept; the words around it are.
     */
    @Transactional
    public CaseAct keepDraft(UUID caseId, String field, String text) {
        if (text.length() > CaseWork.MAX_NOTE) {
            return new CaseAct.Refused(CaseRefusal.TOO_LONG);
        }
        String kept = RedemptionCodes.withoutBegunCode(text);
        if (RedemptionCodes.isOnlyMasks(kept)) {
            drafts.drop(caseId, field);
        } else if (cases.get(caseId).state().isClosed()) {
            return new CaseAct.Refused(CaseRefusal.CASE_CLOSED);
        } else if (own.is(caseId)) {
            return new CaseAct.Refused(CaseRefusal.OWN_CASE);
        } else {
            drafts.keep(caseId, field, kept.equals(text) ? text : kept.stripTrailing());
        }
        if (RedemptionCodes.containsCode(text)) {
            return new CaseAct.Refused(CaseRefusal.CONTAINS_CODE);
        }
        return kept.equals(text) ? new CaseAct.Done() : new CaseAct.Refused(CaseRefusal.BEGINS_CODE);
    }

    /** Cases in which the person signed in was typing something lately and did not finish, the latest first. */
    @Transactional(readOnly = true)
    public List<CaseNumber> begun() {
        return drafts.begun(clock.instant().minus(BEGUN_LATELY), BEGUN_SHOWN);
    }

    /** Forgets all that the person signed in was typing into a case. */
    @Transactional
    public void dropDrafts(CaseNumber number) {
        cases.find(number).ifPresent(found -> drafts.dropAll(found.id()));
    }

    @Transactional
    public void dropDraft(UUID caseId, String field) {
        drafts.drop(caseId, field);
    }

    private <T> Optional<CaseRefusal> refusal(CaseField<T> field, @Nullable T value) {
        return switch (value) {
            case null -> Optional.empty();
            case String text when text.isBlank() -> Optional.of(CaseRefusal.EMPTY);
            case String text when RedemptionCodes.containsCode(text) -> Optional.of(CaseRefusal.CONTAINS_CODE);
            case String text when text.length() > CaseField.MAX_NAME -> Optional.of(CaseRefusal.TOO_LONG);
            case EmailAddress email
            when RedemptionCodes.containsCode(email.value()) -> Optional.of(CaseRefusal.CONTAINS_CODE);
            case LocalDate day when field.endsToday() && day.isAfter(today()) -> Optional.of(CaseRefusal.IN_THE_FUTURE);
            default -> Optional.empty();
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), installation.zone());
    }

    private static @Nullable String label(@Nullable Customer customer) {
        if (customer == null) {
            return null;
        }
        if (customer.name() != null) {
            return customer.name();
        }
        if (customer.email() != null) {
            return customer.email().value();
        }
        return customer.phone() == null ? null : customer.phone().display();
    }
}
