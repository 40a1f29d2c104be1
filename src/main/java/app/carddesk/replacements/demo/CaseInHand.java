package app.carddesk.replacements.demo;

import app.carddesk.cards.Card;
import app.carddesk.cases.CaseAct;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseNumber;
import app.carddesk.cases.CaseState;
import app.carddesk.cases.Change;
import app.carddesk.cases.EmailAddress;
import app.carddesk.cases.Moving;
import app.carddesk.cases.PhoneNumber;
import app.carddesk.cases.StepOutcome;
import app.carddesk.evidence.Decision;
import app.carddesk.evidence.Intake;
import app.carddesk.evidence.Proof;
import app.carddesk.replacements.Confirmed;
import app.carddesk.replacements.Handled;
import app.carddesk.shared.Language;
import app.carddesk.shared.Place;
import app.carddesk.shared.Problem;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.Region;
import app.carddesk.terms.Step;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as somebody works on it, for whoever is signed in. What the desk's services would refuse ends the start: the
 * demo then was told wrong.
 */
final class CaseInHand {

    private final Desk desk;
    private final UUID id;

    private CaseInHand(Desk desk, UUID id) {
        this.desk = desk;
        this.id = id;
    }

    static CaseInHand open(Desk desk, @Nullable Card card) {
        CaseNumber number = desk.work().open(card == null ? null : card.serial());
        return new CaseInHand(desk, desk.file().find(number).orElseThrow().id());
    }

    CaseInHand customer(String name, Language language, String email) {
        return say(CaseField.CUSTOMER_NAME, name)
                .say(CaseField.CUSTOMER_EMAIL, new EmailAddress(email))
                .say(CaseField.CUSTOMER_LANGUAGE, language);
    }

    CaseInHand phone(String e164) {
        return say(CaseField.CUSTOMER_PHONE, new PhoneNumber(e164));
    }

    CaseInHand tried(Problem problem, Place place, Region account) {
        return say(CaseField.PROBLEM, problem)
                .say(CaseField.TRIED_AT, place)
                .say(CaseField.TRIED_IN, account)
                .say(CaseField.ACCOUNT_REGION, account);
    }

    CaseInHand bought(LocalDate date, Region country, String shop) {
        return say(CaseField.PURCHASE_DATE, date)
                .say(CaseField.PURCHASE_COUNTRY, country)
                .say(CaseField.RETAILER, shop);
    }

    <T> CaseInHand say(CaseField<T> field, T value) {
        return change(field, null, value);
    }

    <T> CaseInHand change(CaseField<T> field, @Nullable T from, @Nullable T to) {
        Change<T> change = desk.editing().change(id, field, from, to);
        require(change instanceof Change.Changed, change);
        return this;
    }

    CaseInHand took(Step step, StepOutcome outcome) {
        return done(desk.work().take(id, step, outcome));
    }

    CaseInHand note(String text) {
        return done(desk.work().note(id, text));
    }

    CaseInHand move(CaseState to) {
        Moving moving = desk.work().move(id, CaseState.OPEN, to);
        require(moving instanceof Moving.Moved, moving);
        return this;
    }

    CaseInHand accepted(ProofKind kind, byte[] picture) {
        Decision decision =
                desk.proofs().accept(received(kind, picture), kind == ProofKind.BACK || kind == ProofKind.EMAIL);
        require(decision instanceof Decision.Done, decision);
        return this;
    }

    CaseInHand refused(ProofKind kind, byte[] picture, String reason) {
        Decision decision = desk.proofs().refuse(received(kind, picture), reason);
        require(decision instanceof Decision.Done, decision);
        return this;
    }

    /** A picture that nobody has looked at yet. */
    CaseInHand sent(ProofKind kind, byte[] picture) {
        received(kind, picture);
        return this;
    }

    void request(Card card) {
        desk.replacements().settle(id);
        handled(desk.replacements().request(new Confirmed(id, card.id(), card.balance()), desk.key()));
    }

    void refer(String words) {
        handled(desk.replacements().refer(id, words, desk.key()));
    }

    private UUID received(ProofKind kind, byte[] picture) {
        String name = kind.name().toLowerCase(Locale.ROOT) + ".png";
        Intake intake = desk.proofs().receive(id, kind, name, new ByteArrayInputStream(picture));
        if (intake instanceof Intake.Taken(Proof proof)) {
            return proof.id();
        }
        throw wrong(intake);
    }

    private CaseInHand done(CaseAct act) {
        require(act instanceof CaseAct.Done, act);
        return this;
    }

    private static void handled(Handled handled) {
        require(handled instanceof Handled.Done, handled);
    }

    private static void require(boolean asTold, Object answer) {
        if (!asTold) {
            throw wrong(answer);
        }
    }

    private static IllegalStateException wrong(Object answer) {
        return new IllegalStateException("The demo's cases do not go as told: " + answer);
    }
}
