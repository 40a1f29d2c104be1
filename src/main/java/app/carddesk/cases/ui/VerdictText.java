package app.carddesk.cases.ui;

import app.carddesk.guides.ui.GuidesNavigation;
import app.carddesk.shared.Worth;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import app.carddesk.terms.Citation;
import app.carddesk.terms.Outcome;
import app.carddesk.terms.Verdict;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.shared.Tooltip;

/** A verdict in words: one sentence, the reasons with where they stand, what to do now, and the amount. */
@StyleSheet("context://styles/cases.css")
final class VerdictText extends Div {

    VerdictText(Verdict verdict) {
        addClassName("cd-verdict");
        Paragraph sentence = new Paragraph(sentence(verdict));
        sentence.addClassName("cd-verdict-sentence");
        UnorderedList reasons = new UnorderedList();
        reasons.addClassName("cd-reasons");
        reasons.getElement().setAttribute("aria-label", Texts.t("cases.verdict.reasons"));
        verdict.reasons().forEach(reason -> reasons.add(reason(reason)));
        add(sentence, reasons);
        if (!verdict.main().steps().isEmpty()) {
            OrderedList steps = new OrderedList();
            steps.addClassName("cd-todo");
            verdict.main().steps().forEach(step -> steps.add(new ListItem(Texts.t("terms.step." + step.name()))));
            add(new H3(Texts.t("cases.verdict.now")), steps);
        }
        Worth amount = verdict.amount();
        if (amount != null) {
            add(amount(amount));
        }
    }

    static String sentence(Verdict verdict) {
        return Texts.t("terms.verdict." + verdict.main().rule().name());
    }

    /** What colour says the same as the words. */
    static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case REPLACE -> Tone.OK;
            case UNKNOWN_CARD,
                    REFRESH_BALANCE,
                    ASK_ACCOUNT,
                    RETAILER_FIRST,
                    NEEDS_FACTS,
                    WRONG_PLACE,
                    REDEEM_IN_REGION,
                    CHECK_CHARACTERS,
                    TRY_AGAIN,
                    NEEDS_EVIDENCE -> Tone.WARN;
            case SUPERVISOR, OTHER_GUIDANCE, ALREADY_REPLACED -> Tone.ACCENT;
            case REFER_VOIDED, NOT_COVERED, CODE_EXPIRED, NOTHING_LEFT -> Tone.BAD;
        };
    }

    private static ListItem reason(Verdict.Reason reason) {
        Span words = new Span(Texts.t("terms.reason." + reason.rule().name()));
        words.addClassName("cd-grow");
        Div head = new Div(words);
        head.addClassName("cd-reason");
        reason.citations().forEach(citation -> head.add(chip(citation)));
        ListItem item = new ListItem(head);
        if (!reason.facts().isEmpty()) {
            Span facts = new Span(FactWords.of(reason.facts()));
            facts.addClassNames("cd-soft", "cd-small");
            item.add(facts);
        }
        return item;
    }

    /** A section of the terms leads to what it means at the desk. */
    static Component chip(Citation citation) {
        String words = Texts.t("terms.citation." + citation.name());
        Component chip = GuidesCasePanel.section(citation)
                .<Component>map(section -> GuidesNavigation.link(section, words, null))
                .orElseGet(() -> new Span(words));
        chip.addClassName("cd-cite");
        if (chip instanceof Span) {
            chip.getElement().setAttribute("tabindex", "0");
            chip.getElement().setAttribute("role", "note");
        }
        Tooltip.forComponent(chip).setText(Texts.t("terms.citation." + citation.name() + ".long"));
        return chip;
    }

    private static Div amount(Worth worth) {
        Span label = new Span(Texts.t("cases.verdict.amount"));
        label.addClassNames("cd-soft", "cd-small");
        Span amount = new Span(Formats.current().money(worth));
        amount.addClassName("cd-amount");
        Div box = new Div(label, amount);
        box.addClassNames("cd-callout", "cd-stacked");
        return box;
    }
}
