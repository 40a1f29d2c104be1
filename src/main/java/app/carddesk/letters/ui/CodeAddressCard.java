package app.carddesk.letters.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.People;
import app.carddesk.access.Role;
import app.carddesk.cases.ui.CasesNavigation;
import app.carddesk.letters.CodeAddressRequest;
import app.carddesk.letters.CodeAddresses;
import app.carddesk.letters.CodeAddresses.Pending;
import app.carddesk.letters.CodeAddressing;
import app.carddesk.personal.ui.PersonalText;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.shared.ui.Badge;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Keys;
import app.carddesk.shared.ui.PaymentDialog;
import app.carddesk.shared.ui.PaymentDialog.Line;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import app.carddesk.shared.ui.WordsDialog;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;

/** A request about the address of a code that waits: both addresses, why, by whom, and what the reader can do with it. */
@StyleSheet("context://styles/letters.css")
final class CodeAddressCard extends Div {

    private final Pending pending;
    private final CodeAddressRequest asked;
    private final CodeAddresses addresses;
    private final Runnable refresh;

    CodeAddressCard(Pending pending, CodeAddresses addresses, CurrentPerson person, People people, Runnable refresh) {
        this.pending = pending;
        this.asked = pending.request();
        this.addresses = addresses;
        this.refresh = refresh;
        addClassNames("cd-callout", "cd-warn", "cd-code-address");
        Div head = new Div(
                new Badge(Texts.t("letters.code.kind." + asked.kind().name()), Tone.WARN),
                CasesNavigation.link(asked.caseNumber()));
        head.addClassName("cd-row");
        DescriptionList facts = new DescriptionList();
        facts.addClassName("cd-payment-lines");
        lines().forEach(line ->
                facts.add(new DescriptionList.Term(line.name()), new DescriptionList.Description(line.value())));
        add(
                head,
                facts,
                new Paragraph(PersonalText.of(asked.words())),
                small(Texts.t(
                        "letters.code.by",
                        people.name(asked.by()),
                        Formats.current().dateTime(asked.at()))));
        Div acts = new Div();
        acts.addClassName("cd-actions");
        if (asked.by().equals(person.id())) {
            add(small(Texts.t("letters.code.waits")));
            acts.add(withdraw());
        } else if (!person.has(Role.SUPERVISOR)) {
            add(small(Texts.t("letters.code.supervisor")));
        } else if (pending.notByMe() != null) {
            add(small(CodeAddressTexts.of(pending.notByMe())));
        } else {
            acts.add(refuse(), approve());
        }
        add(acts);
    }

    /** What whoever decides has to read: what the code is worth, of which card, and where it would go. */
    private List<Line> lines() {
        ReplacementRequest replaced = pending.replacement();
        List<Line> lines = new ArrayList<>();
        if (replaced.amount() != null) {
            lines.add(new Line(Texts.t("payment.amount"), Formats.current().money(replaced.amount())));
        }
        if (replaced.issued() != null) {
            lines.add(new Line(Texts.t("payment.newCard"), replaced.issued().value()));
        }
        lines.add(new Line(Texts.t("letters.code.to"), PersonalText.of(asked.address())));
        lines.add(new Line(Texts.t("letters.code.decided"), CodeAddressTexts.address(pending.decided())));
        lines.add(new Line(Texts.t("letters.code.ofCustomer"), CodeAddressTexts.address(pending.ofCustomer())));
        lines.add(new Line(Texts.t("letters.code.letter"), LetterWords.of(pending.letter())));
        return lines;
    }

    private Button approve() {
        Button approve = new Button(Texts.t("letters.code.approve"));
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        approve.setAriaLabel(Texts.t("letters.code.approve.of", CodeAddressTexts.wish(pending)));
        PaymentDialog.opens(
                approve,
                () -> new PaymentDialog(
                        Texts.t("letters.code.approve.title"),
                        Texts.t("letters.code.approve.text"),
                        lines(),
                        Texts.t("letters.code.approve.yes"),
                        (words, key) -> done(addresses.approve(asked.id(), pending.seen(), key))));
        return approve;
    }

    private Button refuse() {
        Button refuse = new Button(Texts.t("letters.code.refuse"));
        refuse.setAriaLabel(Texts.t("letters.code.refuse.of", CodeAddressTexts.wish(pending)));
        refuse.addClickListener(event -> new WordsDialog(
                        Texts.t("letters.code.refuse.title"),
                        CodeAddressTexts.wish(pending),
                        Texts.t("letters.code.refuse.words"),
                        Texts.t("letters.code.refuse.yes"),
                        true,
                        (words, key) -> done(addresses.refuse(asked.id(), words, key)))
                .open());
        return refuse;
    }

    private Button withdraw() {
        String key = Keys.next();
        Button withdraw = new Button(Texts.t("letters.code.withdraw"));
        withdraw.setAriaLabel(Texts.t("letters.code.withdraw.of", CodeAddressTexts.wish(pending)));
        withdraw.setDisableOnClick(true);
        withdraw.addClickListener(event -> done(addresses.withdraw(asked.id(), key)));
        return withdraw;
    }

    /** Whatever came of it, how things stand now is shown. */
    private boolean done(CodeAddressing came) {
        boolean done = CodeAddressTexts.tell(came);
        if (done || !isMended(came)) {
            refresh.run();
        }
        return done;
    }

    /** Whether what was refused can be mended where it was written. */
    private static boolean isMended(CodeAddressing came) {
        return came instanceof CodeAddressing.Refused(var why)
                && switch (why) {
                    case WORDS_MISSING, WORDS_TOO_LONG, WORDS_HOLD_CODE -> true;
                    case NOT_AN_ADDRESS,
                            READS_OTHERWISE,
                            NO_CODE,
                            OWN_CASE,
                            OWN_REQUEST,
                            OWN_REPLACEMENT,
                            OWN_WORK,
                            OWN_ADDRESS,
                            NOT_YOURS,
                            ALREADY_ASKED,
                            NO_NEED,
                            STALE,
                            OVER,
                            UNDER_WAY,
                            KEY -> false;
                };
    }

    private static Span small(String text) {
        Span span = new Span(text);
        span.addClassNames("cd-soft", "cd-small");
        return span;
    }
}
