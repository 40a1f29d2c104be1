package app.carddesk.cases.ui;

import app.carddesk.cases.Receipts;
import app.carddesk.cases.SameReceipt;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.UUID;

/** Names the other cases that have the same receipt; each is a link to the case. */
public final class ReceiptNotices extends Div {

    private final Receipts receipts;

    public ReceiptNotices(Receipts receipts) {
        this.receipts = receipts;
        addClassName("cd-stack");
        getElement().setAttribute("role", "status");
    }

    /** Shows them for a case; nothing if there are none. */
    public void show(UUID caseId) {
        removeAll();
        List<SameReceipt> same = receipts.same(caseId);
        setVisible(!same.isEmpty());
        same.forEach(other -> add(notice(other)));
    }

    private static Div notice(SameReceipt other) {
        Anchor link = new Anchor(
                CasesNavigation.of(other.number()),
                Texts.t(
                        "cases.receipt.also",
                        other.number().toString(),
                        Texts.t("cases.receipt." + other.by().name())));
        Div notice = new Div(link);
        notice.addClassNames("cd-callout", Tone.WARN.className());
        return notice;
    }
}
