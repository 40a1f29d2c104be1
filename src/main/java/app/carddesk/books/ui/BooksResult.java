package app.carddesk.books.ui;

import app.carddesk.books.BookCheck;
import app.carddesk.books.BookReport;
import app.carddesk.books.BookReport.Figures;
import app.carddesk.books.BookReport.Finding;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** What a look through the books came to. */
class BooksResult extends Div {

    private static final List<String> COLUMNS =
            List.of("unit", "issued", "corrected", "spent", "linked", "onCards", "replacements", "replaced");

    BooksResult(BookReport report, String when) {
        addClassName("cd-stack");
        add(verdict(report, when));
        Arrays.stream(BookCheck.values())
                .filter(check -> report.findings().stream().anyMatch(finding -> finding.check() == check))
                .forEach(check -> add(findings(check, report)));
        add(figures(report));
    }

    private static Panel verdict(BookReport report, String when) {
        Panel panel = new Panel(Texts.t(report.balances() ? "books.balance" : "books.differ"));
        panel.edge(report.balances() ? Tone.OK : Tone.BAD);
        panel.add(new Paragraph(Texts.t(
                report.balances() ? "books.balance.words" : "books.differ.words",
                Formats.current().number(report.cards()),
                when)));
        return panel;
    }

    private static Panel findings(BookCheck check, BookReport report) {
        Panel panel = new Panel(Texts.of(check), new Paragraph(Texts.t(Texts.key(check) + ".do")));
        panel.edge(Tone.BAD);
        UnorderedList list = new UnorderedList();
        report.findings().stream()
                .filter(finding -> finding.check() == check)
                .forEach(finding -> list.add(new ListItem(words(finding))));
        panel.add(list);
        if (report.more().containsKey(check)) {
            panel.add(new Paragraph(Texts.t("books.more", BookReport.SHOWN)));
        }
        return panel;
    }

    private static String words(Finding finding) {
        BigInteger stands = finding.stands();
        BigInteger expected = finding.expected();
        return stands == null || expected == null
                ? finding.subject()
                : Texts.t("books.sum", finding.subject(), number(stands, 0), number(expected, 0));
    }

    private static Panel figures(BookReport report) {
        Element table = new Element("table").setAttribute("class", "cd-table");
        Element head = new Element("tr");
        COLUMNS.forEach(column -> head.appendChild(new Element("th")
                .setAttribute("scope", "col")
                .setAttribute("class", column.equals("unit") ? "" : "cd-number")
                .setText(Texts.t("books.column." + column))));
        Element body = new Element("tbody");
        report.figures().forEach(unit -> body.appendChild(row(unit)));
        table.appendChild(new Element("thead").appendChild(head), body);
        Div frame = new Div();
        frame.addClassName("cd-table-frame");
        frame.getElement().setAttribute("tabindex", "0");
        frame.getElement().setAttribute("role", "region");
        frame.getElement().setAttribute("aria-label", Texts.t("books.figures"));
        frame.getElement().appendChild(table);
        return new Panel(Texts.t("books.figures"), new Paragraph(Texts.t("books.figures.words")), frame);
    }

    private static Element row(Figures unit) {
        boolean content = unit.unit().equals(BookReport.CONTENT);
        int decimals = content ? 0 : Currency.getInstance(unit.unit()).getDefaultFractionDigits();
        Element row = new Element("tr")
                .appendChild(new Element("th")
                        .setAttribute("scope", "row")
                        .setText(content ? Texts.t("books.content") : unit.unit()));
        List.of(unit.issued(), unit.corrected(), unit.spent(), unit.linked(), unit.onCards())
                .forEach(sum -> row.appendChild(cell(number(sum, decimals))));
        return row.appendChild(
                cell(Formats.current().number(unit.replacements())), cell(number(unit.replaced(), decimals)));
    }

    private static Element cell(String text) {
        return new Element("td").setAttribute("class", "cd-number").setText(text);
    }

    /** Sums may be larger than any single amount, and corrections may have taken more than they gave. */
    private static String number(BigInteger minor, int decimals) {
        Locale locale = UI.getCurrent().getLocale();
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        return format.format(new BigDecimal(minor, decimals));
    }
}
