package app.carddesk.replacements;

import app.carddesk.SignIn;
import app.carddesk.cards.Card;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseNumber;
import app.carddesk.cases.CaseWork;
import app.carddesk.cases.Change;
import app.carddesk.cases.Contradictions;
import app.carddesk.cases.Customer;
import app.carddesk.cases.EmailAddress;
import app.carddesk.cases.PhoneNumber;
import app.carddesk.evidence.Intake;
import app.carddesk.evidence.KnownPictures;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.Proofs;
import app.carddesk.shared.Place;
import app.carddesk.shared.Problem;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.Region;
import app.carddesk.terms.Rule;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases for tests of requests, each about a card of its own. */
@Component
public class TestRequests {

    private final CaseWork work;
    private final CaseEditing editing;
    private final CaseFile cases;
    private final Proofs proofs;
    private final Replacements replacements;
    private final TestCards cards;
    private final Contradictions contradictions;
    private final SignIn signIn;
    private final JdbcClient jdbc;

    TestRequests(
            CaseWork work,
            CaseEditing editing,
            CaseFile cases,
            Proofs proofs,
            Replacements replacements,
            TestCards cards,
            Contradictions contradictions,
            SignIn signIn,
            JdbcClient jdbc) {
        this.work = work;
        this.editing = editing;
        this.cases = cases;
        this.proofs = proofs;
        this.replacements = replacements;
        this.cards = cards;
        this.contradictions = contradictions;
        this.signIn = signIn;
        this.jdbc = jdbc;
    }

    /** A case and its card. */
    public record TestCase(UUID id, CaseNumber number, Card card) {

        public Confirmed confirmed() {
            return new Confirmed(id, card.id(), card.balance());
        }
    }

    /** A case whose verdict says that the balance of a new card, in øre, is to be replaced; in the agent's name. */
    public TestCase due(long balance) {
        return due(cards.active(balance));
    }

    /** A case whose verdict says that this Danish card is to be replaced, for a customer nobody else is. */
    public TestCase due(Card card) {
        return named(anonymous(card));
    }

    /** As {@link #due(Card)}, for a customer who has a phone and no e-mail. */
    public TestCase phoned(Card card) {
        TestCase made = anonymous(card);
        int number = ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
        editing.change(made.id(), CaseField.CUSTOMER_NAME, null, "Testine Kunde");
        editing.change(made.id(), CaseField.CUSTOMER_PHONE, null, new PhoneNumber("+452" + number));
        return made;
    }

    /** Gives a case a customer with a name and an e-mail that nobody else has. */
    public TestCase named(TestCase made) {
        editing.change(made.id(), CaseField.CUSTOMER_NAME, null, "Testine Kunde");
        customer(made, "c" + UUID.randomUUID() + "@example.org");
        return made;
    }

    /** As {@link #due(Card)}, without a word about who the customer is. */
    public TestCase anonymous(Card card) {
        TestCase made = told(card);
        for (ProofKind kind : List.of(ProofKind.FRONT, ProofKind.BACK, ProofKind.RECEIPT)) {
            accept(made, kind);
        }
        contradictions.settle(made.id(), Duration.ofSeconds(20));
        Rule rule = cases.dossier(made.id()).verdict().main().rule();
        if (rule != Rule.REPLACEMENT_DUE) {
            throw new IllegalStateException("The case should be due and is " + rule);
        }
        return made;
    }

    /** A case with every fact told and no proof given. */
    public TestCase told(Card card) {
        signIn.as("agent");
        CaseNumber number = work.open(card.serial());
        UUID id = cases.find(number).orElseThrow().id();
        editing.change(id, CaseField.PROBLEM, null, Problem.UNREADABLE);
        editing.change(id, CaseField.TRIED_AT, null, Place.APP_STORE);
        editing.change(id, CaseField.ACCOUNT_REGION, null, Region.DENMARK);
        editing.change(id, CaseField.PURCHASE_DATE, null, LocalDate.of(2024, 5, 2));
        editing.change(id, CaseField.PURCHASE_COUNTRY, null, Region.DENMARK);
        return new TestCase(id, number, card);
    }

    /** Gives the customer of a case this e-mail as their first; whoever has it already becomes the customer. */
    public void customer(TestCase of, String email) {
        signIn.as("agent");
        EmailAddress now = cases.customerEmail(of.id()).map(EmailAddress::new).orElse(null);
        Change<EmailAddress> change = editing.change(
                of.id(),
                CaseField.CUSTOMER_EMAIL,
                now,
                EmailAddress.parse(email).orElseThrow());
        if (change instanceof Change.BelongsToAnother<EmailAddress>(Customer other)) {
            editing.switchCustomer(of.id(), cases.get(of.id()).customerId(), other.id());
            if (other.name() == null) {
                editing.change(of.id(), CaseField.CUSTOMER_NAME, null, "Testine Kunde");
            }
        }
        forgetFormer(of);
    }

    /** As if the customer of a case had never had another e-mail, and the case no other customer. */
    private void forgetFormer(TestCase of) {
        jdbc.sql("""
                        delete from contact_mark where kind = 'EMAIL'
                           and customer_id = (select customer_id from support_case where id = :case)
                           and since < (select u.email_at from customer u where u.id = contact_mark.customer_id)""").param("case", of.id()).update();
        jdbc.sql("update support_case set readdressed_from = null, readdressed_at = null where id = :case")
                .param("case", of.id())
                .update();
    }

    /** The agent asks for the replacement that is due; it waits where it is above the limit. */
    public ReplacementRequest requested(TestCase due) {
        signIn.as("agent");
        Handled handled =
                replacements.request(due.confirmed(), UUID.randomUUID().toString());
        if (!(handled instanceof Handled.Done(ReplacementRequest request, RequestState reached))) {
            throw new IllegalStateException("The request was not made: " + handled);
        }
        return request;
    }

    /** What else was typed into a case. */
    public <T> void say(TestCase of, CaseField<T> field, @Nullable T before, @Nullable T value) {
        signIn.as("agent");
        editing.change(of.id(), field, before, value);
    }

    /** What the customer says about where the card was bought. */
    public void retailer(TestCase of, String name) {
        signIn.as("agent");
        editing.change(of.id(), CaseField.RETAILER, null, name);
    }

    void accept(TestCase of, ProofKind kind) {
        accept(of, kind, picture());
    }

    /** Gives a picture and accepts it, as the one on which the serial was seen if it is the back. */
    public void accept(TestCase of, ProofKind kind, byte[] picture) {
        proofs.accept(give(of, kind, picture).id(), kind == ProofKind.BACK);
    }

    /** Gives a picture of this kind on which nobody decides. */
    Proof give(TestCase of, ProofKind kind) {
        return give(of, kind, picture());
    }

    private Proof give(TestCase of, ProofKind kind, byte[] picture) {
        AtomicReference<Intake> taken = new AtomicReference<>();
        // Nothing stands on these pictures that a reader could find: what they show is said by whoever accepts them.
        KnownPictures.during(
                () -> taken.set(proofs.receive(of.id(), kind, kind + ".png", new ByteArrayInputStream(picture))));
        if (!(taken.get() instanceof Intake.Taken(Proof proof))) {
            throw new IllegalStateException("The picture was not taken: " + taken.get());
        }
        return proof;
    }

    /**
     * A picture nobody else has: one colour runs into another, so that no point stands out by which it could be taken
     * for a part of another, and nobody spends time on comparing it.
     */
    public static byte[] picture() {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, colour(), 64, 48, colour()));
        graphics.fillRect(0, 0, 64, 48);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Color colour() {
        return new Color(ThreadLocalRandom.current().nextInt(0x1000000));
    }
}
