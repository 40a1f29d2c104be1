package app.carddesk.letters;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForDesk;
import app.carddesk.access.ForSupervisors;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseGuard;
import app.carddesk.personal.PersonalValues;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.Replacements;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Once;
import app.carddesk.shared.RetriedOnContention;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sending a redemption code to another address than the one that was decided on, or oftener than goes out without a
 * second person: a request of its own, decided by a supervisor who had no hand in the replacement or its case.
 *
 * <p>Rows are held in the order key, case, request, letter; each act takes a key, as those on replacements do.
 */
@Service
@ForDesk
@RetriedOnContention
public class CodeAddresses {

    private final Once once;
    private final CodeAddressStore store;
    private final CodeDestinations destinations;
    private final CodeAddressRules rules;
    private final CodeAddressNews news;
    private final LetterStore letters;
    private final LetterRepeats sending;
    private final CaseFile cases;
    private final CaseGuard guard;
    private final Replacements replacements;
    private final CurrentPerson person;
    private final Ids ids;
    private final Clock clock;
    private final CodeAddressAnswers answers;

    CodeAddresses(
            Once once,
            CodeAddressStore store,
            CodeDestinations destinations,
            CodeAddressRules rules,
            CodeAddressNews news,
            LetterStore letters,
            LetterRepeats sending,
            CaseFile cases,
            CaseGuard guard,
            Replacements replacements,
            CurrentPerson person,
            Ids ids,
            Clock clock) {
        this.once = once;
        this.store = store;
        this.destinations = destinations;
        this.rules = rules;
        this.news = news;
        this.letters = letters;
        this.sending = sending;
        this.cases = cases;
        this.guard = guard;
        this.replacements = replacements;
        this.person = person;
        this.ids = ids;
        this.clock = clock;
        this.answers = new CodeAddressAnswers(store);
    }

    /**
     * A request as whoever decides reads it.
     *
     * @param decided where the code may go until now; null while nobody has said it
     * @param ofCustomer the e-mail that stands on the case now; null if there is none
     * @param letter the newest letter with the code
     * @param notByMe why the person signed in is not the one to decide; null if they are
     * @param seen what a decision on this has to name
     */
    public record Pending(
            CodeAddressRequest request,
            ReplacementRequest replacement,
            @Nullable String decided,
            @Nullable String ofCustomer,
            Letter letter,
            @Nullable CodeAddressRefusal notByMe,
            Seen seen) {

        /** Nothing personal, because records are written into messages and logs. */
        @Override
        public String toString() {
            return "Pending[" + request + "]";
        }
    }

    /**
     * How things stood when somebody looked: the request, the newest letter with the code, and the customer's contact.
     * Whoever decides on something else than they saw is told.
     */
    public record Seen(
            long version,
            UUID letter,
            LetterState state,
            @Nullable UUID customer,
            @Nullable Long contact) {}

    /** Where the code of a letter may go; empty for a letter that carries none. */
    @Transactional(readOnly = true)
    public Optional<CodeDestination> of(Letter letter) {
        return Optional.ofNullable(letter.replacement()).map(destinations::of);
    }

    /** The requests about the codes of a case that wait. */
    @Transactional(readOnly = true)
    public List<Pending> waitingIn(UUID caseId) {
        return store.ofCase(caseId).stream()
                .filter(asked -> asked.state() == CodeAddressState.ASKED)
                .map(this::pending)
                .toList();
    }

    /** All requests that wait for a decision, oldest first. */
    @Transactional(readOnly = true)
    @ForSupervisors
    public List<Pending> waiting() {
        return store.waiting().stream().map(this::pending).toList();
    }

    /** How many wait that the person signed in did not bring about. */
    @Transactional(readOnly = true)
    public int countToDecide() {
        return store.countForOthers(person.id());
    }

    /**
     * Asks for the code of a letter to be sent elsewhere, or once more to the same address. Whoever asks again for the
     * same code while theirs waits asks for this instead.
     *
     * @param to what was typed as an address
     * @param words why
     */
    @Transactional
    public CodeAddressing ask(UUID letterId, String to, String words, String key) {
        Letter found = letters.find(letterId).orElseThrow();
        return act(key, "codeAddress.ask", letterId + "\n" + to + "\n" + words, found.caseId(), () -> {
            UUID replacement = found.replacement();
            UUID request = found.request();
            if (replacement == null || request == null) {
                return refused(CodeAddressRefusal.NO_CODE);
            }
            if (PersonalValues.ERASED.equals(
                    letters.read(letterId).orElseThrow().text().body())) {
                return refused(CodeAddressRefusal.NO_CODE);
            }
            String address = SendingRules.address(to);
            if (address == null) {
                return refused(
                        SendingRules.readsOtherwise(to)
                                ? CodeAddressRefusal.READS_OTHERWISE
                                : CodeAddressRefusal.NOT_AN_ADDRESS);
            }
            Optional<CodeAddressRefusal> unfit = rules.fault(words);
            if (unfit.isPresent()) {
                return refused(unfit.get());
            }
            CodeDestination now = destinations.of(replacement);
            boolean same = now.isDecided(address);
            if (same && (now.isOneMoreFree() || rules.isHere(replacement))) {
                return refused(CodeAddressRefusal.NO_NEED);
            }
            CodeAddressRequest waiting = now.waiting();
            if (waiting != null && !waiting.by().equals(person.id())) {
                return refused(CodeAddressRefusal.ALREADY_ASKED);
            }
            if (waiting != null) {
                close(waiting, CodeAddressState.SUPERSEDED, now.decided());
            }
            ReplacementRequest replaced = replacements.find(request).orElseThrow();
            CodeAddressRequest asked = new CodeAddressRequest(
                    ids.next(),
                    replacement,
                    request,
                    replaced.requestedBy(),
                    found.caseId(),
                    found.caseNumber(),
                    same ? CodeAddressKind.ONCE_MORE : CodeAddressKind.ELSEWHERE,
                    same ? String.valueOf(now.decided()) : address,
                    words.strip(),
                    CodeAddressState.ASKED,
                    person.id(),
                    clock.instant(),
                    0,
                    null);
            if (!store.insert(asked)) {
                return refused(CodeAddressRefusal.ALREADY_ASKED);
            }
            news.asked(asked, replaced, now.decided());
            return done(asked.id(), CodeAddressState.ASKED);
        });
    }

    /** Takes a request back, by whoever asked. */
    @Transactional
    public CodeAddressing withdraw(UUID id, String key) {
        return act(key, "codeAddress.withdraw", id.toString(), caseOf(id), () -> {
            CodeAddressRequest asked = store.lock(id).orElseThrow();
            if (!asked.by().equals(person.id())) {
                return refused(CodeAddressRefusal.NOT_YOURS);
            }
            if (asked.state() != CodeAddressState.ASKED) {
                return refused(CodeAddressRefusal.OVER);
            }
            close(
                    asked,
                    CodeAddressState.WITHDRAWN,
                    destinations.of(asked.replacement()).decided());
            return done(id, CodeAddressState.WITHDRAWN);
        });
    }

    /** Sends the code where it was asked for, by a supervisor who had no hand in it, if all still stands as they saw it. */
    @Transactional
    @ForSupervisors
    public CodeAddressing approve(UUID id, Seen seen, String key) {
        return act(key, "codeAddress.approve", id + "\n" + seen, caseOf(id), () -> {
            CodeAddressRequest asked = store.lock(id).orElseThrow();
            Optional<CodeAddressRefusal> refusal = refusalToDecide(asked, seen);
            if (refusal.isPresent()) {
                return refused(refusal.get());
            }
            Letter newest = letters.lock(seen.letter()).orElseThrow();
            if (newest.state() == LetterState.SENDING) {
                return refused(CodeAddressRefusal.UNDER_WAY);
            }
            if (newest.state() != seen.state()) {
                return refused(CodeAddressRefusal.STALE);
            }
            String before = destinations.of(asked.replacement()).decided();
            store.decided(asked, CodeAddressState.APPROVED, null, person.id(), clock.instant());
            news.decided(asked, CodeAddressState.APPROVED, before, null);
            sending.send(newest, ids.next(), asked.address(), asked.by());
            return done(id, CodeAddressState.APPROVED);
        });
    }

    /** Turns a request down with a reason; the code stays where it may go now. */
    @Transactional
    @ForSupervisors
    public CodeAddressing refuse(UUID id, String words, String key) {
        return act(key, "codeAddress.refuse", id + "\n" + words, caseOf(id), () -> {
            CodeAddressRequest asked = store.lock(id).orElseThrow();
            Optional<CodeAddressRefusal> refusal =
                    over(asked).or(() -> rules.notByMe(asked, replaced(asked))).or(() -> rules.fault(words));
            if (refusal.isPresent()) {
                return refused(refusal.get());
            }
            String why = words.strip();
            String before = destinations.of(asked.replacement()).decided();
            store.decided(asked, CodeAddressState.REFUSED, why, person.id(), clock.instant());
            news.decided(asked, CodeAddressState.REFUSED, before, why);
            return done(id, CodeAddressState.REFUSED);
        });
    }

    private Optional<CodeAddressRefusal> refusalToDecide(CodeAddressRequest asked, Seen seen) {
        return over(asked)
                .or(() -> rules.notByMe(asked, replaced(asked)))
                .or(() -> seen.equals(seen(asked, guard.contact(asked.caseId())))
                        ? Optional.empty()
                        : Optional.of(CodeAddressRefusal.STALE));
    }

    private static Optional<CodeAddressRefusal> over(CodeAddressRequest asked) {
        return asked.state() == CodeAddressState.ASKED ? Optional.empty() : Optional.of(CodeAddressRefusal.OVER);
    }

    private Pending pending(CodeAddressRequest asked) {
        ReplacementRequest replaced = replaced(asked);
        return new Pending(
                asked,
                replaced,
                destinations.of(asked.replacement()).decided(),
                cases.customerEmail(asked.caseId()).orElse(null),
                newest(asked),
                rules.notByMe(asked, replaced).orElse(null),
                seen(asked, guard.contactSeen(asked.caseId())));
    }

    private Seen seen(CodeAddressRequest asked, CaseGuard.Contact contact) {
        Letter letter = newest(asked);
        return new Seen(asked.version(), letter.id(), letter.state(), contact.customer(), contact.version());
    }

    private Letter newest(CodeAddressRequest asked) {
        return letters.newestOf(asked.replacement()).orElseThrow();
    }

    private ReplacementRequest replaced(CodeAddressRequest asked) {
        return replacements.find(asked.request()).orElseThrow();
    }

    private void close(CodeAddressRequest asked, CodeAddressState state, @Nullable String decided) {
        store.closed(asked.id(), state, clock.instant());
        news.closed(asked, state, decided);
    }

    private CodeAddressing done(UUID id, CodeAddressState reached) {
        return new CodeAddressing.Done(store.find(id).orElseThrow(), reached);
    }

    private CodeAddressing act(
            String key, String operation, String content, UUID caseId, Supplier<CodeAddressing> act) {
        return once.forKey(key, operation, person.id(), content, answers, () -> {
            guard.hold(caseId);
            return guard.isAboutMe(caseId) ? refused(CodeAddressRefusal.OWN_CASE) : act.get();
        });
    }

    private UUID caseOf(UUID id) {
        return store.caseOf(id).orElseThrow();
    }

    private static CodeAddressing refused(CodeAddressRefusal why) {
        return new CodeAddressing.Refused(why);
    }
}
