package app.carddesk.letters;

import app.carddesk.access.SystemRun;
import app.carddesk.cards.release.CodeRelease;
import app.carddesk.cases.CaseFile;
import app.carddesk.letters.MailCarrier.Delivery;
import app.carddesk.personal.PersonalValues;
import app.carddesk.replacements.Replacements;
import app.carddesk.shared.FailedTurn;
import app.carddesk.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries letters to the mail server, each of them once. A letter is claimed in one transaction, handed over outside of
 * any, and settled in another; a claim that was never settled, because its process ended, runs out. What then was sent
 * and not settled goes out a second time under the same identifier: SMTP has no way to ask.
 */
@Component
class Postman implements SmartLifecycle {

    /** Longer than the mail server can take under the time limits it is given, with time to look it up. */
    static final Duration LEASE =
            MailSockets.UNTIL_END.plus(MailSockets.AFTER_END).plusMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(25);
    private static final int AT_ONCE = 50;
    private static final int GROWTH = 3;
    private static final int MOST_DOUBLINGS = 20;

    private final LetterStore letters;
    private final LetterWriter writer;
    private final LetterBook book;
    private final MailCarrier carrier;
    private final MailHalts halts;
    private final CodeRelease codes;
    private final CodeDestinations destinations;
    private final Replacements replacements;
    private final CaseFile cases;
    private final MailSettings settings;
    private final SystemRun system;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final UUID owner;
    private volatile @Nullable ScheduledExecutorService worker;
    private volatile boolean stopping;

    Postman(
            LetterStore letters,
            LetterWriter writer,
            LetterBook book,
            MailCarrier carrier,
            MailHalts halts,
            CodeRelease codes,
            CodeDestinations destinations,
            Replacements replacements,
            CaseFile cases,
            MailSettings settings,
            SystemRun system,
            PlatformTransactionManager transactions,
            Ids ids,
            Clock clock) {
        this.letters = letters;
        this.writer = writer;
        this.book = book;
        this.carrier = carrier;
        this.halts = halts;
        this.codes = codes;
        this.destinations = destinations;
        this.replacements = replacements;
        this.cases = cases;
        this.settings = settings;
        this.system = system;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
        this.owner = ids.next();
    }

    @Override
    public void start() {
        if (carrier.standing(null, null).exposed()) {
            LOG.warn("Mail may leave unencrypted, codes and all: see carddesk.mail.encryption");
        }
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("postman").daemon().factory());
        var _ = started.scheduleWithFixedDelay(this::round, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
        worker = started;
    }

    /** Before the database goes. Never interrupted: that would close the files of an embedded database. */
    @Override
    public void stop() {
        stopping = true;
        ScheduledExecutorService started = worker;
        worker = null;
        if (started == null) {
            return;
        }
        started.shutdown();
        try {
            if (!started.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("A letter is still being handed over; if that is not settled, it goes out once more");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        forgetTrouble();
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    /** Another start may find it mended. */
    private void forgetTrouble() {
        try {
            halts.forget();
        } catch (RuntimeException failed) {
            FailedTurn.tell(LOG, "That no mail left stays noted for some minutes", failed);
        }
    }

    private void round() {
        try {
            int carried = deliver();
            LOG.debug("{} letters carried", carried);
        } catch (RuntimeException failed) {
            FailedTurn.tell(LOG, "Letters cannot be carried now; they are tried again", failed);
        }
    }

    /** Carries what is due, and says how many letters the mail server has taken. */
    int deliver() {
        if (!carrier.isReady() || (halts.isOn() && !halts.isOverdue())) {
            return 0;
        }
        List<UUID> due = letters.due(clock.instant(), AT_ONCE);
        boolean trying = halts.isOn();
        if (trying && !mayGoOn(due)) {
            return 0;
        }
        int taken = 0;
        Map<LetterProblem, Integer> refused = new EnumMap<>(LetterProblem.class);
        for (UUID letter : due) {
            if (stopping || (halts.isOn() && !trying)) {
                break;
            }
            Optional<Delivery> delivery = system.asCarddesk(() -> carry(letter));
            if (delivery.isPresent()) {
                switch (delivery.get()) {
                    case Delivery.Taken() -> {
                        taken++;
                        halts.over();
                    }
                    case Delivery.Later(LetterProblem why) -> refused(why, refused);
                    case Delivery.Never(LetterProblem why) -> refused(why, refused);
                    case Delivery.Halted(MailTrouble why) -> {
                        halts.met(why);
                        trying = false;
                    }
                }
            }
        }
        if (!refused.isEmpty()) {
            LOG.warn("Letters were not sent, which the outbox shows: {}", refused);
        }
        return taken;
    }

    private void refused(LetterProblem why, Map<LetterProblem, Integer> refused) {
        refused.merge(why, 1, Integer::sum);
        if (why.isOfServer()) {
            halts.over();
        }
    }

    /** Tries without a letter first: one with a code would be written, and that be audited, each time. */
    private boolean mayGoOn(List<UUID> due) {
        if (due.isEmpty()) {
            halts.forget();
            return false;
        }
        Optional<MailTrouble> still = carrier.trouble();
        still.ifPresent(halts::met);
        return still.isEmpty();
    }

    /** What became of a letter; empty if another worker has it. */
    private Optional<Delivery> carry(UUID id) {
        Optional<Parcel> claimed = Objects.requireNonNull(transactions.execute(status -> claim(id)));
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        Parcel parcel = claimed.get();
        Delivery delivery = parcel.hindrance() != null
                ? new Delivery.Never(parcel.hindrance())
                : carrier.hand(id, parcel.letter().language(), Objects.requireNonNull(parcel.address()), parcel.text());
        transactions.executeWithoutResult(status -> settle(parcel, delivery));
        return Optional.of(delivery);
    }

    /**
     * A letter as it is handed over, its code put in.
     *
     * @param hindrance why it cannot be
     */
    private record Parcel(
            Letter letter,
            @Nullable String address,
            LetterText text,
            @Nullable LetterProblem hindrance) {

        @Override
        public String toString() {
            return "Parcel[" + letter.id() + "]";
        }
    }

    private Optional<Parcel> claim(UUID id) {
        if (!letters.claim(id, owner, clock.instant(), LEASE)) {
            return Optional.empty();
        }
        LetterCopy copy = letters.read(id).orElseThrow();
        if (copy.text().body().isEmpty()) {
            copy = written(copy.letter());
        }
        Letter letter = copy.letter();
        String address = copy.address();
        LetterText text = copy.text();
        if (address == null) {
            return Optional.of(new Parcel(letter, null, text, LetterProblem.NO_ADDRESS));
        }
        if (isGone(address) || isGone(text.body()) || isGone(text.subject())) {
            return Optional.of(new Parcel(letter, address, text, LetterProblem.ERASED));
        }
        if (!letter.kind().carriesCode()) {
            return Optional.of(new Parcel(letter, address, text, null));
        }
        UUID replacement = letter.replacement();
        if (replacement == null || !destinations.isDecided(replacement, address)) {
            return Optional.of(new Parcel(letter, address, text, LetterProblem.NOT_DECIDED));
        }
        UUID card = letter.newCard();
        return Optional.of((card == null ? Optional.<CodeRelease.Released>empty() : codes.release(card, id))
                .map(released -> new Parcel(
                        letter,
                        address,
                        new LetterText(text.subject(), text.body().replace(LetterText.CODE, released.code())),
                        null))
                .orElseGet(() -> new Parcel(letter, address, text, LetterProblem.NO_CODE)));
    }

    /** Letters of earlier versions were queued without words. */
    private LetterCopy written(Letter letter) {
        LetterText text =
                writer.write(letter.caseId(), letter.kind(), letter.language(), letter.request(), letter.newCard());
        String address = isCodeOfAnother(letter)
                ? null
                : cases.customerEmail(letter.caseId()).orElse(null);
        letters.write(letter, text, address);
        return new LetterCopy(letter, address, text, null);
    }

    /** Whether the customer, or their e-mail or phone, is another than the code was granted for. */
    private boolean isCodeOfAnother(Letter letter) {
        UUID request = letter.request();
        return letter.kind().carriesCode() && (request == null || !replacements.isContactUnchanged(request));
    }

    private static boolean isGone(String value) {
        return value.equals(PersonalValues.ERASED) || value.equals(PersonalValues.UNREADABLE);
    }

    private void settle(Parcel parcel, Delivery delivery) {
        Instant now = clock.instant();
        Letter letter = parcel.letter();
        switch (delivery) {
            case Delivery.Taken() -> {
                if (letters.settle(letter.id(), owner, LetterState.SENT, null, null, now)) {
                    book.tell(letter, LetterAct.SENT, parcel.address(), null, null);
                }
            }
            case Delivery.Never(LetterProblem why) -> giveUp(letter, why, now);
            case Delivery.Halted _ -> letters.putBack(letter.id(), owner);
            case Delivery.Later(LetterProblem why) -> {
                if (letter.attempts() >= settings.attempts()) {
                    giveUp(letter, why, now);
                } else {
                    letters.settle(
                            letter.id(), owner, LetterState.WAITING, why, now.plus(pause(letter.attempts())), now);
                }
            }
        }
    }

    private void giveUp(Letter letter, LetterProblem why, Instant now) {
        if (letters.settle(letter.id(), owner, LetterState.FAILED, why, null, now)) {
            book.tell(letter, LetterAct.FAILED, null, null, why);
        }
    }

    /** Three times as long after each try, and a fifth more or less, so that not everything comes back at once. */
    Duration pause(int attempts) {
        long most = settings.longestRetry().toMillis();
        long millis = settings.firstRetry().toMillis();
        for (int i = 1; i < Math.min(attempts, MOST_DOUBLINGS) && millis < most; i++) {
            millis *= GROWTH;
        }
        millis = Math.min(millis, most);
        long fifth = millis / 5;
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(-fifth, fifth + 1));
    }
}
