package app.carddesk.replacements.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.People;
import app.carddesk.cards.Card;
import app.carddesk.cards.StockLevels;
import app.carddesk.cases.CaseContents;
import app.carddesk.cases.Receipts;
import app.carddesk.cases.ui.CasesNavigation;
import app.carddesk.cases.ui.ReceiptNotices;
import app.carddesk.evidence.Proofs;
import app.carddesk.evidence.reuse.ReusedProofs;
import app.carddesk.evidence.ui.ProofGallery;
import app.carddesk.evidence.ui.ReuseNotices;
import app.carddesk.replacements.Outlook;
import app.carddesk.replacements.ReplacementChain;
import app.carddesk.replacements.ReplacementChains;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.ReviewQueue;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.html.Div;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What stands around a decision: the proofs, and beside them all that is known of the request, its card and customer. */
@Component
class DecisionPanels {

    private final Proofs proofs;
    private final ReusedProofs reused;
    private final Receipts receipts;
    private final ReplacementChains chains;
    private final ReviewQueue queue;
    private final StockLevels stock;
    private final CurrentPerson person;
    private final People people;

    DecisionPanels(
            Proofs proofs,
            ReusedProofs reused,
            Receipts receipts,
            ReplacementChains chains,
            ReviewQueue queue,
            StockLevels stock,
            CurrentPerson person,
            People people) {
        this.proofs = proofs;
        this.reused = reused;
        this.receipts = receipts;
        this.chains = chains;
        this.queue = queue;
        this.stock = stock;
        this.person = person;
        this.people = people;
    }

    /** The proofs side by side, and where they were used before. */
    Panel proofs(ReplacementRequest request, CaseContents contents) {
        ReuseNotices reuse = new ReuseNotices(reused, people, CasesNavigation::addressOf, false);
        reuse.show(request.caseId(), contents.isEditable());
        ReceiptNotices receipt = new ReceiptNotices(receipts);
        receipt.show(request.caseId());
        return new Panel(
                Texts.t("replacements.proofs"),
                reuse,
                receipt,
                new ProofGallery(proofs, contents.dossier().proofs(), contents.isEditable()));
    }

    /** @param against what stands against the request */
    Div side(ReplacementRequest request, CaseContents contents, Outlook against) {
        Card card = contents.dossier().card();
        Optional<ReplacementChain> chain = Optional.ofNullable(card).flatMap(chains::of);
        Div side = new Div(
                new VerdictPanel(contents.dossier().verdict(), request),
                new LookTwicePanel(
                        request,
                        against,
                        chain.map(known -> ChainPanel.place(known.chain(), Objects.requireNonNull(card)))
                                .orElse(null)));
        side.addClassName("cd-stack");
        chain.ifPresent(known -> side.add(new ChainPanel(known, Objects.requireNonNull(card), person)));
        side.add(new CustomerPanel(contents, queue));
        if (card != null) {
            side.add(new StockPanel(card, stock.available(card)));
        }
        return side;
    }
}
