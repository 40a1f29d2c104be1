package app.carddesk.replacements;

import app.carddesk.access.CurrentPerson;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Does an act once for each key, all or nothing: what is refused leaves nothing behind, not even the key. */
@Component
class Once {

    private final IdempotencyKeys keys;
    private final Requests requests;
    private final CurrentPerson person;
    private final TransactionTemplate allOrNothing;

    Once(IdempotencyKeys keys, Requests requests, CurrentPerson person, PlatformTransactionManager transactions) {
        this.keys = keys;
        this.requests = requests;
        this.person = person;
        this.allOrNothing = new TransactionTemplate(transactions);
        allOrNothing.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Acts, unless the key was answered before with the same content.
     *
     * @param content what the act depends on, written out; hashed, never kept
     */
    Handled forKey(String key, String operation, String content, Supplier<Handled> act) {
        if (!IdempotencyKeys.fits(key)) {
            return new Handled.Refused(new Refusal.KeyUnfit());
        }
        return allOrNothing(() -> switch (keys.claim(key, operation, content, person.id())) {
            case IdempotencyKeys.Claim.Known(String answer) -> replay(answer);
            case IdempotencyKeys.Claim.Reused() -> new Handled.Refused(new Refusal.KeyReused());
            case IdempotencyKeys.Claim.Fresh() -> {
                Handled handled = act.get();
                if (handled instanceof Handled.Done(ReplacementRequest request, RequestState reached)) {
                    keys.answer(key, reached + ":" + request.id());
                }
                yield handled;
            }
        });
    }

    /** Acts in a transaction of which nothing stays if the act is refused. */
    Handled allOrNothing(Supplier<Handled> act) {
        Handled handled = allOrNothing.execute(status -> {
            Handled result = act.get();
            if (result instanceof Handled.Refused) {
                status.setRollbackOnly();
            }
            return result;
        });
        return Objects.requireNonNull(handled);
    }

    private Handled replay(String answer) {
        int colon = answer.indexOf(':');
        ReplacementRequest request = requests.find(UUID.fromString(answer.substring(colon + 1)))
                .orElseThrow(() -> new NoSuchElementException("The request behind a key"));
        return new Handled.Done(request, RequestState.valueOf(answer.substring(0, colon)));
    }
}
