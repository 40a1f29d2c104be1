package broken.amounts;

import com.vaadin.flow.component.textfield.BigDecimalField;

class OldAmount {

    BigDecimalField paid;
}
