package app.carddesk.shared;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does an act once for each key, all or nothing: what is refused leaves nothing behind, not even the key. Part of the
 * caller's transaction. The answer is kept in the database, so the same is said after a restart and by another node.
 */
@Component
public class Once {

    private final IdempotencyKeys keys;
    private final TransactionTemplate allOrNothing;

    Once(IdempotencyKeys keys, PlatformTransactionManager transactions) {
        this.keys = keys;
        this.allOrNothing = new TransactionTemplate(transactions);
        allOrNothing.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * How the results of a module's acts are kept and told again.
     *
     * @param <R> what an act comes to
     */
    public interface Answers<R> {

        /** Whether something was done; else the act was refused and nothing of it stays. */
        boolean isDone(R result);

        /** What is kept of a result that {@linkplain #isDone is done}, at most 100 characters. */
        String written(R result);

        /** The result behind what was kept. */
        R told(String answer);

        /** The refusal of a key that is empty or too long. */
        R unfit();

        /** The refusal of a key that was used for something else. */
        R reused();
    }

    /**
     * Acts, unless the key was answered before with the same content.
     *
     * @param operation what is done, at most 40 characters
     * @param by who asks; another person's key is another key
     * @param content what the act depends on, written out; hashed, never kept
     */
    public <R> R forKey(String key, String operation, UUID by, String content, Answers<R> answers, Supplier<R> act) {
        if (!IdempotencyKeys.fits(key)) {
            return answers.unfit();
        }
        return allOrNothing(answers::isDone, () -> switch (keys.claim(key, operation, content, by)) {
            case IdempotencyKeys.Claim.Known(String answer) -> answers.told(answer);
            case IdempotencyKeys.Claim.Reused() -> answers.reused();
            case IdempotencyKeys.Claim.Fresh() -> {
                R result = act.get();
                if (answers.isDone(result)) {
                    keys.answer(key, answers.written(result));
                }
                yield result;
            }
        });
    }

    /** Acts in a transaction of which nothing stays unless it is done. */
    public <R> R allOrNothing(Predicate<R> isDone, Supplier<R> act) {
        return Objects.requireNonNull(allOrNothing.execute(status -> {
            R result = act.get();
            if (!isDone.test(result)) {
                status.setRollbackOnly();
            }
            return result;
        }));
    }
}
