package app.carddesk.replacements.demo;

import static app.carddesk.cases.StepOutcome.DID_NOT_HELP;
import static app.carddesk.shared.Region.DENMARK;
import static app.carddesk.shared.Region.FRANCE;
import static app.carddesk.shared.Region.NORWAY;
import static app.carddesk.shared.Region.SWEDEN;

import app.carddesk.access.DemoPeople;
import app.carddesk.access.People;
import app.carddesk.access.Person;
import app.carddesk.access.SystemRun;
import app.carddesk.cards.Card;
import app.carddesk.cards.CardRegister;
import app.carddesk.cards.DemoCards;
import app.carddesk.cards.Serial;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseQuery;
import app.carddesk.cases.CaseSearch;
import app.carddesk.cases.CaseState;
import app.carddesk.evidence.KnownPictures;
import app.carddesk.shared.Installation;
import app.carddesk.shared.Language;
import app.carddesk.shared.Place;
import app.carddesk.shared.Problem;
import app.carddesk.shared.ProofKind;
import app.carddesk.terms.Step;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The cases of the demo, worked on by its two agents through the same services as anyone's. Customers and shops are
 * invented: addresses are of example.com (RFC 2606), telephone numbers of ranges that Sweden, France and the United
 * Kingdom keep for fiction; Denmark and Norway keep none, so customers there have none.
 */
@Component
@Profile("demo")
@Order(DemoCases.ORDER)
class DemoCases implements ApplicationRunner {

    /** After the cards the cases are about. */
    static final int ORDER = DemoCards.ORDER + 10;

    private static final String FACTS_UNKNOWN = "GCA629120831Y880";
    private static final String PROOFS_MISSING = "6005D80467566841";
    private static final String NOT_ACTIVATED = "GCA89534194Z9859";
    private static final String ABOVE_LIMIT = "6023348P4GFJ5330";
    private static final String WITHIN_LIMIT = "PBH86TJ198181705";
    private static final String VOIDED = "GCA24T7G5666J573";
    private static final String DIGITAL = "PBH296S0631L97T4";
    private static final String CALL_BACK = "GCA729P080126267";
    private static final String LOST = "PBH6Z37192523199";

    private static final List<String> CARDS = List.of(
            FACTS_UNKNOWN, PROOFS_MISSING, NOT_ACTIVATED, ABOVE_LIMIT, WITHIN_LIMIT, VOIDED, DIGITAL, CALL_BACK, LOST);

    private final CaseSearch cases;
    private final CardRegister cards;
    private final Desk desk;
    private final People people;
    private final SystemRun system;
    private final Clock clock;
    private final Installation installation;

    DemoCases(
            CaseSearch cases,
            CardRegister cards,
            Desk desk,
            People people,
            SystemRun system,
            Clock clock,
            Installation installation) {
        this.cases = cases;
        this.cards = cards;
        this.desk = desk;
        this.people = people;
        this.system = system;
        this.clock = clock;
        this.installation = installation;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!system.asCarddesk(this::isWanted)) {
            return;
        }
        // A start that read two dozen pictures would be a slow one.
        KnownPictures.during(this::tell);
    }

    private void tell() {
        as(DemoPeople.AGENT_2, this::lostAfterTheRiskPassed);
        as(DemoPeople.AGENT, this::issuedWithinTheLimit);
        as(DemoPeople.AGENT_2, this::proofsMissing);
        as(DemoPeople.AGENT, this::voidedCard);
        as(DemoPeople.AGENT, this::retailerToBeAsked);
        as(DemoPeople.AGENT_2, this::digitalCard);
        as(DemoPeople.AGENT_2, this::aboveTheLimit);
        as(DemoPeople.AGENT_2, this::nobodysYet);
        as(DemoPeople.AGENT, this::callBackToday);
        as(DemoPeople.AGENT, this::factsUnknown);
    }

    /** Only where nobody has begun to work, and the cards are the demo's. */
    private boolean isWanted() {
        return cases.page(CaseQuery.of(CaseQuery.View.ALL), 0, 1).isEmpty()
                && CARDS.stream()
                        .allMatch(serial -> cards.find(new Serial(serial)).isPresent());
    }

    private void as(UUID who, Runnable work) {
        Person person = system.asCarddesk(() -> people.find(who)).orElseThrow();
        system.as(person, () -> {
            work.run();
            return person;
        });
    }

    private void factsUnknown() {
        CaseInHand.open(desk, card(FACTS_UNKNOWN))
                .customer("Testine Prøvesen", Language.DA, "testine.proevesen@example.com")
                .say(CaseField.PROBLEM, Problem.UNREADABLE);
    }

    private void proofsMissing() {
        Card card = card(PROOFS_MISSING);
        CaseInHand.open(desk, card)
                .customer("Eva Exempelsson", Language.SV, "eva.exempelsson@example.com")
                .phone("+46701740605")
                .tried(Problem.UNREADABLE, Place.APPLE_MUSIC, SWEDEN)
                .bought(LocalDate.of(2024, 9, 7), SWEDEN, "Petrol station Umeå")
                .accepted(ProofKind.FRONT, DrawnProofs.front(card))
                .refused(ProofKind.BACK, DrawnProofs.front(card), "This shows the front once more.")
                .note("Will take a picture of the back and look for the receipt at home.")
                .move(CaseState.WAITING_FOR_CUSTOMER);
    }

    private void retailerToBeAsked() {
        CaseInHand.open(desk, card(NOT_ACTIVATED))
                .customer("Kari Eksempelsen", Language.NB, "kari.eksempelsen@example.com")
                .tried(Problem.NOT_ACTIVATED, Place.APP_STORE, NORWAY)
                .bought(today().minusDays(6), NORWAY, "Toy shop Stavanger")
                .say(CaseField.CALL_BACK, today().plusDays(2))
                .note("Goes back to the shop with card and receipt.")
                .move(CaseState.WAITING_FOR_RETAILER);
    }

    private void aboveTheLimit() {
        Card card = card(ABOVE_LIMIT);
        LocalDate bought = LocalDate.of(2025, 1, 27);
        proven(
                        CaseInHand.open(desk, card)
                                .customer("Mogens Opdigtsen", Language.DA, "mogens.opdigtsen@example.com")
                                .tried(Problem.UNREADABLE, Place.APPLE_MUSIC, DENMARK)
                                .bought(bought, DENMARK, "Kiosk Aarhus")
                                .note("The label came off together with half of the code."),
                        card,
                        "Kiosk Aarhus",
                        bought)
                .request(card);
    }

    private void issuedWithinTheLimit() {
        Card card = card(WITHIN_LIMIT);
        LocalDate bought = LocalDate.of(2024, 8, 4);
        proven(
                        CaseInHand.open(desk, card)
                                .customer("Ola Oppdiktsen", Language.NB, "ola.oppdiktsen@example.com")
                                .tried(Problem.UNREADABLE, Place.RETAIL_STORE, NORWAY)
                                .bought(bought, NORWAY, "Electronics store Oslo"),
                        card,
                        "Electronics store Oslo",
                        bought)
                .request(card);
    }

    private void voidedCard() {
        CaseInHand.open(desk, card(VOIDED))
                .customer("Alex Sampleton", Language.EN, "alex.sampleton@example.com")
                .phone("+46701740612")
                .tried(Problem.INVALID, Place.APP_STORE, SWEDEN)
                .bought(LocalDate.of(2024, 1, 2), SWEDEN, "Electronics store Malmö")
                .refer("The customer has a receipt from the shop and knows nothing of stolen cards. I promised"
                        + " nothing.");
    }

    private void digitalCard() {
        Card card = card(DIGITAL);
        LocalDate bought = LocalDate.of(2024, 9, 6);
        CaseInHand.open(desk, card)
                .customer("Camille Exemplaire", Language.EN, "camille.exemplaire@example.com")
                .phone("+33639980012")
                .tried(Problem.INVALID, Place.ONLINE_STORE, FRANCE)
                .bought(bought, FRANCE, "Online shop Paris")
                .took(Step.CHECK_CHARACTERS, DID_NOT_HELP)
                .accepted(ProofKind.EMAIL, DrawnProofs.email(card, "camille.exemplaire@example.com", bought))
                .sent(ProofKind.RECEIPT, DrawnProofs.receipt(card, "Online shop Paris", bought));
    }

    private void callBackToday() {
        CaseInHand.open(desk, card(CALL_BACK))
                .customer("Maja Påhittsson", Language.SV, "maja.pahittsson@example.com")
                .phone("+46701740644")
                .tried(Problem.ALREADY_REDEEMED, Place.APP_STORE, SWEDEN)
                .bought(LocalDate.of(2025, 6, 9), SWEDEN, "Petrol station Umeå")
                .change(CaseField.FIRST_REPORTED, today(), today().minusDays(1))
                .say(CaseField.CALL_BACK, today())
                .note("Has the card at home; tries again while we are on the phone.");
    }

    private void lostAfterTheRiskPassed() {
        CaseInHand.open(desk, card(LOST))
                .customer("Ida Findesikke", Language.DA, "ida.findesikke@example.com")
                .tried(Problem.LOST_OR_STOLEN, Place.STORE_APP, DENMARK)
                .bought(LocalDate.of(2024, 3, 13), DENMARK, "Petrol station Esbjerg")
                .say(CaseField.RISK_PASSED, true)
                .took(Step.EXPLAIN_RISK, DID_NOT_HELP)
                .note("Lost on the way home. Sorry to hear no, but took it well.")
                .move(CaseState.CLOSED_WITHOUT_SOLUTION);
    }

    private void nobodysYet() {
        CaseInHand.open(desk, null)
                .customer("Robin Placeholder", Language.EN, "robin.placeholder@example.com")
                .phone("+447700900123")
                .say(CaseField.PROBLEM, Problem.UNREADABLE)
                .note("Can only make out that the serial number begins with GCA. Will write again with pictures.")
                .change(CaseField.ASSIGNEE, DemoPeople.AGENT_2, null);
    }

    private static CaseInHand proven(CaseInHand told, Card card, String shop, LocalDate bought) {
        return told.accepted(ProofKind.FRONT, DrawnProofs.front(card))
                .accepted(ProofKind.BACK, DrawnProofs.back(card))
                .accepted(ProofKind.RECEIPT, DrawnProofs.receipt(card, shop, bought));
    }

    private Card card(String serial) {
        return cards.find(new Serial(serial)).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), installation.zone());
    }
}
