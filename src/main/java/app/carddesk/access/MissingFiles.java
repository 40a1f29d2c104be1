package app.carddesk.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** Knows addresses that look like those of files, where there is no such file among those that anybody may load. */
final class MissingFiles {

    private static final Pattern FILE = Pattern.compile(".*/[^/]*\\.[A-Za-z][A-Za-z0-9]*");

    /** Vaadin's own, which it answers by itself. */
    private static final String FRAMEWORK = "/VAADIN/";

    private static final List<String> FOLDERS = List.of("META-INF/resources", "META-INF/VAADIN/webapp");

    private MissingFiles() {}

    static boolean isMissing(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return FILE.matcher(path).matches()
                && !path.startsWith(FRAMEWORK)
                && FOLDERS.stream().noneMatch(folder -> new ClassPathResource(folder + path).exists());
    }
}
