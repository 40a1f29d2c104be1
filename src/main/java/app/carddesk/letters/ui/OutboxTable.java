package app.carddesk.letters.ui;

import app.carddesk.cases.ui.CasesNavigation;
import app.carddesk.letters.Letter;
import app.carddesk.letters.LetterState;
import app.carddesk.letters.MailStanding;
import app.carddesk.letters.Outbox;
import app.carddesk.personal.ui.PersonalText;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Letters in rows: what, about which case and where to, how it stands and what happens next. */
final class OutboxTable extends NativeTable {

    private final Outbox outbox;
    private final boolean readsCases;
    private final MailStanding mail;
    private final Runnable changed;

    OutboxTable(Outbox outbox, boolean readsCases, Runnable changed) {
        this.outbox = outbox;
        this.readsCases = readsCases;
        this.mail = outbox.standing();
        this.changed = changed;
        addClassNames("cd-table", "cd-outbox-table");
        getElement().setAttribute("aria-label", Texts.t("letters.outbox"));
        NativeTableRow head = getHead().addRow();
        Stream.of("letter", "to", "state", "when", "acts")
                .map(column -> new NativeTableHeaderCell(Texts.t("letters.column." + column)))
                .peek(cell -> cell.getElement().setAttribute("scope", "col"))
                .forEach(head::add);
    }

    void add(List<Outbox.Line> lines) {
        lines.forEach(line -> getBody().add(row(line)));
    }

    private NativeTableRow row(Outbox.Line line) {
        Letter letter = line.letter();
        Component number = readsCases
                ? CasesNavigation.link(letter.caseNumber())
                : new Span(letter.caseNumber().toString());
        Span kind = new Span(Texts.of(letter.kind()));
        kind.addClassName("cd-outbox-kind");
        Div standing = new Div(LetterWords.badge(letter.state()), soft(LetterWords.standing(letter, mail)));
        standing.addClassName("cd-outbox-standing");
        if (line.bounceWords() != null) {
            standing.add(LetterWords.bounceWords(line.bounceWords()));
        }
        return new NativeTableRow(
                cell("cd-outbox-letter", kind, soft(letter.language().nativeName())),
                cell("cd-outbox-to", number, soft(address(line.address()))),
                cell("cd-outbox-state", standing),
                cell("cd-outbox-when", soft(Formats.current().dateTime(letter.createdAt()))),
                cell("cd-outbox-act", act(letter)));
    }

    private static NativeTableCell cell(String className, Component... content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.addClassName(className);
        return cell;
    }

    private static String address(@Nullable String address) {
        return address == null ? Texts.t("letters.noAddress") : PersonalText.of(address);
    }

    private Component act(Letter letter) {
        boolean here = letter.state() == LetterState.FAILED
                || (letter.state() == LetterState.WAITING && letter.problem() != null);
        if (!here) {
            return new Span();
        }
        Button retry = new Button(Texts.t("letters.retry"));
        retry.addThemeVariants(ButtonVariant.SMALL);
        retry.setAriaLabel(Texts.t(
                "letters.retry.of", Texts.of(letter.kind()), letter.caseNumber().toString()));
        retry.setDisableOnClick(true);
        retry.addClickListener(event -> {
            switch (outbox.retry(letter.id())) {
                case WAITS -> Toasts.success(Texts.t("letters.retry.done"));
                case NOT_HERE -> Toasts.failure(Texts.t("letters.retry.notHere"));
                case NO_ADDRESS -> Toasts.failure(Texts.t("letters.retry.noAddress"));
            }
            changed.run();
        });
        return retry;
    }

    private static Span soft(String text) {
        Span soft = new Span(text);
        soft.addClassNames("cd-soft", "cd-small");
        return soft;
    }
}
