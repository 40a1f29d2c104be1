package app.carddesk.web;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** The server's own error pages: the status and nothing about what runs here, with the same headers as everything else. */
class ErrorAnswers extends ErrorReportValve {

    ErrorAnswers() {
        setShowServerInfo(false);
        setShowReport(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        if (!response.isCommitted()) {
            BaseHeaders.ALL.forEach((name, value) -> {
                if (response.getHeader(name) == null) {
                    response.setHeader(name, value);
                }
            });
        }
        super.report(request, response, throwable);
    }
}
