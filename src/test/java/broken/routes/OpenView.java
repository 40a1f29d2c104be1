package broken.routes;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;

@Route(value = "broken", registerAtStartup = false)
class OpenView extends Div {}
