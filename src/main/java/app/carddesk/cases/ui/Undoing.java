package app.carddesk.cases.ui;

import app.carddesk.cases.Canonical;
import app.carddesk.cases.CaseAct;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseWork;
import app.carddesk.cases.Change;
import app.carddesk.cases.TimelineLine;
import app.carddesk.evidence.ui.ProofBoards;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import app.carddesk.terms.Step;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the person in front of the page did a moment ago and can take back, from the toast or from the story. */
final class Undoing {

    private final CaseWork work;
    private final ProofBoards boards;
    private final OpenCase open;
    private final Clock clock;

    Undoing(CaseWork work, ProofBoards boards, OpenCase open, Clock clock) {
        this.work = work;
        this.boards = boards;
        this.open = open;
        this.clock = clock;
    }

    /** What takes a line of the story back; empty if that is not the person's, not possible, or too late. */
    Optional<Runnable> of(TimelineLine line, List<TimelineLine> story) {
        if (!open.contents().isEditable()
                || !line.by().equals(open.company().me())
                || line.at().isBefore(clock.instant().minus(CaseWork.UNDO))) {
            return Optional.empty();
        }
        if (line.kind().equals("note")) {
            return Optional.of(() -> takeBackNote(line.id()));
        }
        UUID proof = line.about();
        if (line.kind().equals("proof.removed") && proof != null) {
            return isLatest(line, story, other -> proof.equals(other.about()))
                    ? Optional.of(() -> putBack(proof))
                    : Optional.empty();
        }
        if (CaseField.ASSIGNEE.key().equals(line.field())) {
            return isLatest(line, story, other -> CaseField.ASSIGNEE.key().equals(other.field()))
                    ? Optional.of(() -> assign(person(line.after()), person(line.before())))
                    : Optional.empty();
        }
        if (line.kind().equals("step.taken")) {
            return isLatest(
                            line,
                            story,
                            other -> other.kind().startsWith("step.") && Objects.equals(other.before(), line.before()))
                    ? step(line.before()).map(step -> () -> tell(work.undo(open.id(), step)))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** Offers to take the note back that was just added. */
    void offerNote() {
        open.contents().timeline().stream()
                .filter(line -> line.kind().equals("note"))
                .findFirst()
                .ifPresent(line ->
                        Toasts.undo(Texts.t("cases.undo.noted"), Texts.t("cases.undo"), () -> takeBackNote(line.id())));
    }

    /** Offers to give the case back to whom it was taken from. */
    void offerAssignment(@Nullable UUID before, @Nullable UUID now) {
        String told = now == null
                ? Texts.t("cases.undo.unassigned")
                : Texts.t("cases.undo.assigned", open.people().name(now));
        Toasts.undo(told, Texts.t("cases.undo"), () -> assign(now, before));
    }

    private void takeBackNote(UUID line) {
        tell(work.takeBackNote(open.id(), line));
    }

    private void putBack(UUID proof) {
        boards.putBack(proof);
        open.refresh();
    }

    private void assign(@Nullable UUID from, @Nullable UUID to) {
        switch (open.editing().change(open.id(), CaseField.ASSIGNEE, from, to)) {
            case Change.Changed<UUID> _, Change.Unchanged<UUID> _ -> {}
            case Change.Conflict<UUID> _, Change.BelongsToAnother<UUID> _ ->
                Toasts.failure(Texts.t("cases.undo.changed"));
            case Change.Refused<UUID> refused -> Toasts.failure(Texts.of(refused.reason()));
        }
        open.refresh();
    }

    private void tell(CaseAct act) {
        switch (act) {
            case CaseAct.Done _ -> {}
            case CaseAct.Refused refused -> Toasts.failure(Texts.of(refused.reason()));
        }
        open.refresh();
    }

    private static boolean isLatest(TimelineLine line, List<TimelineLine> story, Predicate<TimelineLine> alike) {
        return story.stream()
                .filter(alike)
                .findFirst()
                .map(latest -> latest.id().equals(line.id()))
                .orElse(false);
    }

    private static @Nullable UUID person(@Nullable String canonical) {
        return canonical == null ? null : UUID.fromString(canonical.substring(Canonical.PERSON.length()));
    }

    private static Optional<Step> step(@Nullable String canonical) {
        String name = canonical == null ? "" : canonical.substring(canonical.lastIndexOf(':') + 1);
        return List.of(Step.values()).stream()
                .filter(step -> step.name().equals(name))
                .findFirst();
    }
}
