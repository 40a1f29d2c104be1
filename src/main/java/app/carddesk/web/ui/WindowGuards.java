package app.carddesk.web.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.communication.JSR356WebsocketInitializer;
import jakarta.servlet.ServletConfig;
import org.atmosphere.cpr.AtmosphereFramework;
import org.springframework.stereotype.Component;

/** Puts what windows send, and what is sent in their name, under guard. */
@Component
class WindowGuards implements VaadinServiceInitListener {

    WindowGuards() {}

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addRequestHandler(new GuardedMessages());
        if (event.getSource() instanceof VaadinServletService service) {
            ServletConfig servlet = service.getServlet().getServletConfig();
            if (servlet.getServletContext()
                            .getAttribute(JSR356WebsocketInitializer.getAttributeName(servlet.getServletName()))
                    instanceof AtmosphereFramework push) {
                push.interceptor(new DeafPush());
            }
        }
    }
}
