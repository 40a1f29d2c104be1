package app.carddesk.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.atmosphere.cpr.AtmosphereResource;
import org.atmosphere.cpr.FrameworkConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends off the answer to a window that polls for news where the news came while its request was still being set aside.
 * The push connection writes such news, and ends an answer that has not begun to wait: without this it would wait
 * for hours, and the window with it.
 */
class PolledNews implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(PolledNews.class);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        if (request.isAsyncStarted()
                && request.getAttribute(FrameworkConfig.ATMOSPHERE_RESOURCE) instanceof AtmosphereResource asked
                && asked.isResumed()) {
            try {
                request.getAsyncContext().complete();
            } catch (IllegalStateException sentAlready) {
                LOG.trace("The answer went out at the same moment", sentAlready);
            }
        }
    }
}
