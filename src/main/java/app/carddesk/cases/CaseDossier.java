package app.carddesk.cases;

import app.carddesk.cards.Card;
import app.carddesk.evidence.Proof;
import app.carddesk.terms.Facts;
import app.carddesk.terms.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case with everything its verdict is drawn from, read in one go. */
public record CaseDossier(CaseSummary summary, @Nullable Card card, List<Proof> proofs, Facts facts, Verdict verdict) {}
