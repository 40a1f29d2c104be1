package app.carddesk.replacements;

import app.carddesk.shared.Once;
import java.util.NoSuchElementException;
import java.util.UUID;

/** How what came of an act on a request is kept for its key, and told again. */
class HandledAnswers implements Once.Answers<Handled> {

    private final RequestRows rows;

    HandledAnswers(RequestRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean isDone(Handled result) {
        return result instanceof Handled.Done;
    }

    @Override
    public String written(Handled result) {
        return switch (result) {
            case Handled.Done done -> done.reached() + ":" + done.request().id();
            case Handled.Refused _ -> throw new IllegalArgumentException("A refusal is not kept");
        };
    }

    @Override
    public Handled told(String answer) {
        int colon = answer.indexOf(':');
        ReplacementRequest request = rows.find(UUID.fromString(answer.substring(colon + 1)))
                .orElseThrow(() -> new NoSuchElementException("The request behind a key"));
        return new Handled.Done(request, RequestState.valueOf(answer.substring(0, colon)));
    }

    @Override
    public Handled unfit() {
        return new Handled.Refused(new Refusal.KeyUnfit());
    }

    @Override
    public Handled reused() {
        return new Handled.Refused(new Refusal.KeyReused());
    }
}
