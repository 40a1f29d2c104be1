package app.carddesk.cards;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForOversight;
import app.carddesk.shared.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The second pair of eyes on imports that bring money: an administrator or a supervisor, never whoever gave the file.
 * Until one of them has confirmed it, nothing of it is in the register.
 */
@Service
@ForOversight
public class ImportConfirmations {

    private final ImportRuns runs;
    private final ImportContents contents;
    private final ImportWorker worker;
    private final ImportNotices notices;
    private final CurrentPerson person;
    private final ApplicationEventPublisher events;

    ImportConfirmations(
            ImportRuns runs,
            ImportContents contents,
            ImportWorker worker,
            ImportNotices notices,
            CurrentPerson person,
            ApplicationEventPublisher events) {
        this.runs = runs;
        this.contents = contents;
        this.worker = worker;
        this.notices = notices;
        this.person = person;
        this.events = events;
    }

    /** What waits, the oldest first. */
    @Transactional(readOnly = true)
    public List<ImportRun> waiting() {
        return runs.waiting();
    }

    /** How many wait that the person signed in can confirm. */
    @Transactional(readOnly = true)
    public int countToConfirm() {
        return runs.countForOthers(person.id());
    }

    /** What an import would bring, or brought, by currency and content. */
    @Transactional(readOnly = true)
    public List<ImportTotal> totals(UUID run) {
        return runs.totals(run);
    }

    /** The cards whose balance an import would take over, or took; a thousand of them at most. */
    @Transactional(readOnly = true)
    public List<Serial> replaced(UUID run) {
        return runs.replaced(run);
    }

    /** Lets an import happen; its cards come in the background. */
    @Transactional
    public Confirming confirm(UUID id) {
        ImportRun run = runs.lock(id).orElseThrow();
        Optional<Confirming> not = notByMe(run);
        if (not.isPresent()) {
            return not.get();
        }
        runs.confirmed(id, person.id());
        events.publishEvent(new ImportAct(id, ImportAct.What.CONFIRMED));
        ImportRun confirmed = runs.find(id).orElseThrow();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                worker.confirmed(confirmed);
            }
        });
        return new Confirming.Done(confirmed);
    }

    /** Turns an import down, with a reason; the file is forgotten. */
    @Transactional
    public Confirming refuse(UUID id, String words) {
        ImportRun run = runs.lock(id).orElseThrow();
        Optional<Confirming> not = notByMe(run).or(() -> Words.fault(words).map(Confirming.UnfitWords::new));
        if (not.isPresent()) {
            return not.get();
        }
        runs.refused(id, person.id(), words.strip());
        contents.forget(id);
        events.publishEvent(new ImportAct(id, ImportAct.What.REFUSED));
        notices.notTaken(run, person.id());
        return new Confirming.Done(runs.find(id).orElseThrow());
    }

    /**
     * Calls {@code listener} whenever an import has come further; from another thread, and briefly.
     *
     * @return what ends it
     */
    public Runnable listen(Runnable listener) {
        return worker.listen(listener);
    }

    private Optional<Confirming> notByMe(ImportRun run) {
        if (run.startedBy().equals(person.id())) {
            return Optional.of(new Confirming.OwnImport());
        }
        return run.state() == ImportRun.State.UNCONFIRMED
                ? Optional.empty()
                : Optional.of(new Confirming.Over(run.state()));
    }
}
