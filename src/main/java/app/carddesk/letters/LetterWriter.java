package app.carddesk.letters;

import app.carddesk.cards.Card;
import app.carddesk.cards.CardRegister;
import app.carddesk.cases.CaseDossier;
import app.carddesk.cases.CaseFile;
import app.carddesk.letters.LetterValues.Special;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.Replacements;
import app.carddesk.shared.Language;
import app.carddesk.shared.Worth;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes letters: a template, and what the case says for its placeholders. */
@Component
class LetterWriter {

    private final TemplateStore templates;
    private final CaseFile cases;
    private final CardRegister cards;
    private final Replacements replacements;
    private final MailSettings settings;

    LetterWriter(
            TemplateStore templates,
            CaseFile cases,
            CardRegister cards,
            Replacements replacements,
            MailSettings settings) {
        this.templates = templates;
        this.cases = cases;
        this.cards = cards;
        this.replacements = replacements;
        this.settings = settings;
    }

    /** The letter as it stands now. */
    LetterText write(UUID caseId, LetterKind kind, Language language, @Nullable UUID request, @Nullable UUID newCard) {
        return write(templates.current(kind, language).text(), caseId, kind, language, request, newCard);
    }

    /** The letter as this template would have it. */
    LetterText write(
            LetterText template,
            UUID caseId,
            LetterKind kind,
            Language language,
            @Nullable UUID request,
            @Nullable UUID newCard) {
        CaseDossier dossier = cases.dossier(caseId);
        LetterValues values =
                new LetterValues(language, dossier, special(caseId, kind, request, newCard), settings.contactLine());
        return TemplateCheck.fill(template, values.all());
    }

    private Special special(UUID caseId, LetterKind kind, @Nullable UUID requestId, @Nullable UUID newCard) {
        Optional<ReplacementRequest> request =
                requestId == null ? replacements.ofCase(caseId).stream().findFirst() : replacements.find(requestId);
        Worth issued =
                newCard == null ? null : cards.find(newCard).map(Card::balance).orElse(null);
        Worth granted = request.map(ReplacementRequest::amount).orElse(null);
        if (kind == LetterKind.REPLACEMENT_ISSUED) {
            return new Special(issued == null ? granted : issued, null);
        }
        if (kind == LetterKind.WAITING_FOR_STOCK) {
            return new Special(granted, null);
        }
        return kind == LetterKind.REQUEST_REFUSED
                ? new Special(null, request.map(LetterWriter::reason).orElse(null))
                : Special.NOTHING;
    }

    private static @Nullable String reason(ReplacementRequest request) {
        ReplacementRequest.Taken last = request.lastDecision();
        return last == null ? null : last.reason();
    }
}
