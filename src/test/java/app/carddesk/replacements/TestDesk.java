package app.carddesk.replacements;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.SystemRun;
import app.carddesk.cards.CardOrigins;
import app.carddesk.cards.CardRegister;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.Contradictions;
import app.carddesk.policies.Limits;
import app.carddesk.shared.FreshOnce;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Installation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Second instances of the service, on the same database: with other limits, in another zone, on another clock, or as a
 * process has it that has just begun. Guards, transactions and retries are those of the bean.
 */
@Component
public class TestDesk {

    private final Requests requests;
    private final RequestRows rows;
    private final Held held;
    private final Decisions decisions;
    private final IssuedCards issued;
    private final Usage usage;
    private final CaseGuard guard;
    private final Contradictions contradictions;
    private final CaseFile cases;
    private final CardRegister cards;
    private final CardOrigins origins;
    private final Sampling sampling;
    private final CurrentPerson person;
    private final SystemRun system;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;
    private final AutowireCapableBeanFactory beans;

    TestDesk(
            Requests requests,
            RequestRows rows,
            Held held,
            Decisions decisions,
            IssuedCards issued,
            Usage usage,
            CaseGuard guard,
            Contradictions contradictions,
            CaseFile cases,
            CardRegister cards,
            CardOrigins origins,
            Sampling sampling,
            CurrentPerson person,
            SystemRun system,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            AutowireCapableBeanFactory beans) {
        this.requests = requests;
        this.rows = rows;
        this.held = held;
        this.decisions = decisions;
        this.issued = issued;
        this.usage = usage;
        this.guard = guard;
        this.contradictions = contradictions;
        this.cases = cases;
        this.cards = cards;
        this.origins = origins;
        this.sampling = sampling;
        this.person = person;
        this.system = system;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.beans = beans;
    }

    /** With other limits. */
    public Replacements with(Limits limits) {
        return with(limits, ZoneId.of("Europe/Copenhagen"), clock);
    }

    /** With other limits, in a zone, by a clock that decides which day it is there. */
    public Replacements with(Limits limits, ZoneId zone, Clock byClock) {
        Installation installation = new Installation(zone, Path.of("target"));
        Allowances allowances = new Allowances(limits, usage, installation, byClock);
        RiskSignals signals = new RiskSignals(held, issued, allowances, guard, contradictions, byClock);
        RequestSteps steps = new RequestSteps(rows, cases, events);
        Issuance issuance = new Issuance(
                requests, issued, cards, guard, cases, steps, person, sampling, ids, byClock, events, transactions);
        Drafts drafts = new Drafts(held, signals, guard, person, installation, ids, byClock);
        Reopening reopening = new Reopening(requests, signals, steps, cases, byClock, events);
        Replacements made = new Replacements(
                FreshOnce.on(jdbc, byClock, transactions),
                rows,
                new Asking(
                        requests,
                        rows,
                        held,
                        drafts,
                        allowances,
                        issuance,
                        steps,
                        guard,
                        cases,
                        cards,
                        origins,
                        person,
                        byClock,
                        events),
                new Deciding(
                        requests, decisions, held, issuance, steps, guard, cases, cards, origins, signals, person, ids,
                        byClock, events),
                new LateIssue(held, issuance, reopening, signals, guard, cases, cards, origins, person, system),
                signals,
                allowances,
                guard,
                origins,
                contradictions,
                person);
        return (Replacements) beans.applyBeanPostProcessorsAfterInitialization(made, "replacements-of-a-test");
    }
}
