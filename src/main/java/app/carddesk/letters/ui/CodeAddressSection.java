package app.carddesk.letters.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.People;
import app.carddesk.letters.CodeAddresses;
import app.carddesk.replacements.ui.ReviewSection;
import app.carddesk.shared.ui.EmptyState;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.springframework.core.annotation.Order;

/** Brings to the review the requests about the addresses of codes. */
@org.springframework.stereotype.Component
@Order(10)
class CodeAddressSection implements ReviewSection {

    private final CodeAddresses addresses;
    private final CurrentPerson person;
    private final People people;

    CodeAddressSection(CodeAddresses addresses, CurrentPerson person, People people) {
        this.addresses = addresses;
        this.person = person;
        this.people = people;
    }

    @Override
    public String title() {
        return Texts.t("letters.code.tab");
    }

    @Override
    public int count() {
        return addresses.countToDecide();
    }

    @Override
    public Component create(Runnable drawn) {
        Div list = new Div();
        list.addClassNames("cd-stack", "cd-code-addresses");
        draw(list, drawn);
        return list;
    }

    private void draw(Div list, Runnable drawn) {
        list.removeAll();
        List<CodeAddresses.Pending> waiting = addresses.waiting();
        if (waiting.isEmpty()) {
            list.add(new EmptyState(Texts.t("letters.code.none"), Texts.t("letters.code.none.hint")));
        }
        waiting.forEach(one -> list.add(new CodeAddressCard(one, addresses, person, people, () -> draw(list, drawn))));
        drawn.run();
    }
}
