package app.carddesk.cards;

import app.carddesk.shared.Once;
import java.util.UUID;

/** How what came of an act on a correction is kept for its key, and told again. */
class CorrectionAnswers implements Once.Answers<Correcting> {

    private final CorrectionStore store;

    CorrectionAnswers(CorrectionStore store) {
        this.store = store;
    }

    @Override
    public boolean isDone(Correcting result) {
        return result instanceof Correcting.Done;
    }

    @Override
    public String written(Correcting result) {
        return switch (result) {
            case Correcting.Done done ->
                done.reached() + ":" + done.correction().id();
            case Correcting.Refused _ -> throw new IllegalArgumentException("A refusal is not kept");
        };
    }

    @Override
    public Correcting told(String answer) {
        int colon = answer.indexOf(':');
        Correction correction =
                store.find(UUID.fromString(answer.substring(colon + 1))).orElseThrow();
        return new Correcting.Done(correction, CorrectionState.valueOf(answer.substring(0, colon)));
    }

    @Override
    public Correcting unfit() {
        return new Correcting.Refused(new CorrectionRefusal.KeyUnfit());
    }

    @Override
    public Correcting reused() {
        return new Correcting.Refused(new CorrectionRefusal.KeyReused());
    }
}
