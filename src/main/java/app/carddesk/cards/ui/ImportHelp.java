package app.carddesk.cards.ui;

import app.carddesk.shared.ui.Panel;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.List;

/** What a file to be imported looks like, with examples to begin from. */
class ImportHelp extends Panel {

    private static final List<String> CARDS = List.of(
            "serial",
            "kind",
            "form",
            "region",
            "state",
            "retailer",
            "face_value",
            "balance",
            "activated_at",
            "changed_at",
            "void_reason",
            "content_item",
            "expiry",
            "currency",
            "replaces");

    private static final List<String> STOCK =
            List.of("serial", "redemption_code", "kind", "form", "region", "content_item", "expiry", "currency");

    ImportHelp() {
        super(Texts.t("cards.import.help"), new Paragraph(Texts.t("cards.import.help.words")));
        Div examples = new Div(example("cards"), example("stock"));
        examples.addClassName("cd-row");
        add(
                examples,
                new NativeDetails(Texts.t("cards.import.help.cards"), columns(CARDS)),
                new NativeDetails(Texts.t("cards.import.help.stock"), columns(STOCK)));
    }

    private static Component example(String name) {
        Anchor anchor = new Anchor(
                DownloadHandler.forClassResource(
                        ImportHelp.class, "/import/example-" + name + ".csv", "example-" + name + ".csv"),
                Texts.t("cards.import.example." + name));
        anchor.getElement().setAttribute("router-ignore", true);
        return anchor;
    }

    private static Component columns(List<String> names) {
        DescriptionList list = new DescriptionList();
        list.addClassName("cd-facts");
        for (String name : names) {
            DescriptionList.Term term = new DescriptionList.Term(name);
            term.addClassName("cd-import-column");
            list.add(term, new DescriptionList.Description(Texts.t("cards.import.column." + name)));
        }
        return list;
    }
}
