package broken.screens.cards;

import com.vaadin.flow.component.html.Span;

class CardLabel extends Span {}
