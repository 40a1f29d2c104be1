package broken.looks;

import com.vaadin.flow.component.html.Div;

class InlineLook extends Div {

    InlineLook() {
        getStyle().set("color", "red");
    }
}
