package app.carddesk.terms;

import static app.carddesk.terms.Citation.ARTICLE_NO;
import static app.carddesk.terms.Citation.ARTICLE_SE;
import static app.carddesk.terms.Citation.TERMS_1;
import static app.carddesk.terms.Citation.TERMS_3;
import static app.carddesk.terms.Citation.TERMS_4;
import static app.carddesk.terms.Citation.TERMS_7;
import static app.carddesk.terms.Citation.TERMS_8;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The rows of the verdict table, highest first. Their order decides which outcome is the main one. */
public enum Rule {
    CARD_NOT_FOUND(Outcome.UNKNOWN_CARD, ARTICLE_SE, ARTICLE_NO),
    TOP_UP_CARD(Outcome.OTHER_GUIDANCE, ARTICLE_SE, ARTICLE_NO),
    REPLACED_BEFORE(Outcome.ALREADY_REPLACED, TERMS_8),
    VOIDED(Outcome.REFER_VOIDED, TERMS_4),
    LINKED_NOT_REFRESHED(Outcome.REFRESH_BALANCE, ARTICLE_SE, ARTICLE_NO, TERMS_3),
    LINKED_STILL_MISSING(Outcome.SUPERVISOR, ARTICLE_SE, ARTICLE_NO, TERMS_3),
    LINKED_ACCOUNT_UNKNOWN(Outcome.ASK_ACCOUNT, TERMS_3),
    LINKED_TO_ANOTHER(Outcome.SUPERVISOR, TERMS_4, TERMS_7),
    NOT_ACTIVATED_RETAILER_NOT_ASKED(Outcome.RETAILER_FIRST, ARTICLE_SE, ARTICLE_NO),
    NOT_ACTIVATED_RETAILER_ASKED(Outcome.SUPERVISOR, ARTICLE_SE, ARTICLE_NO, TERMS_8),
    LOST_AFTER_RISK_PASSED(Outcome.NOT_COVERED, TERMS_7),
    LOST_OTHERWISE(Outcome.SUPERVISOR, TERMS_7, TERMS_1),
    EXPIRED_BEFORE_REPORT(Outcome.CODE_EXPIRED, ARTICLE_SE, ARTICLE_NO),
    NOTHING_UNUSED(Outcome.NOTHING_LEFT, TERMS_8),
    FACTS_UNKNOWN(Outcome.NEEDS_FACTS, ARTICLE_SE, ARTICLE_NO, TERMS_1),
    TRIED_IN_WRONG_PLACE(Outcome.WRONG_PLACE, ARTICLE_SE, ARTICLE_NO, TERMS_3),
    TRIED_IN_OTHER_REGION(Outcome.REDEEM_IN_REGION, ARTICLE_SE, ARTICLE_NO, TERMS_3),
    CHARACTERS_NOT_CHECKED(Outcome.CHECK_CHARACTERS, ARTICLE_SE, ARTICLE_NO),
    CONTRADICTS_REGISTER(Outcome.TRY_AGAIN, ARTICLE_SE, ARTICLE_NO),
    CONTRADICTS_REGISTER_STILL(Outcome.SUPERVISOR, TERMS_8),
    PROOF_MISSING(Outcome.NEEDS_EVIDENCE, ARTICLE_SE, ARTICLE_NO),
    PROOF_UNOBTAINABLE(Outcome.SUPERVISOR, ARTICLE_SE, ARTICLE_NO, TERMS_8),
    NO_TERMS_ON_FILE(Outcome.SUPERVISOR, TERMS_1),
    BOUGHT_OUTSIDE_REGION(Outcome.SUPERVISOR, TERMS_3),
    REPLACEMENT_DUE(Outcome.REPLACE, TERMS_8);

    private final Outcome outcome;
    private final Set<Citation> citations;

    Rule(Outcome outcome, Citation first, Citation... rest) {
        this.outcome = outcome;
        EnumSet<Citation> set = EnumSet.of(first);
        set.addAll(List.of(rest));
        this.citations = Collections.unmodifiableSet(set);
    }

    /** The row's number in the table, counted from 1. */
    public int row() {
        return ordinal() + 1;
    }

    public Outcome outcome() {
        return outcome;
    }

    public Set<Citation> citations() {
        return citations;
    }
}
