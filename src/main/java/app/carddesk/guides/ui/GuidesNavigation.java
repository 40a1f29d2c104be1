package app.carddesk.guides.ui;

import app.carddesk.guides.Guide;
import app.carddesk.guides.GuideMarkdown;
import app.carddesk.guides.GuideSubject;
import app.carddesk.shared.Language;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Links to the screens of the guides. */
public final class GuidesNavigation {

    static final String SLUG = "slug";
    private static final String LANGUAGE = "language";
    private static final String CUSTOMER = "customer";

    private GuidesNavigation() {}

    /** The address of a guide, below the application's root. */
    public static String address(GuideSubject subject) {
        return GuideMarkdown.ADDRESS + subject.slug();
    }

    /**
     * A link to a guide that shows its title.
     *
     * @param customer the customer's language, which the guide then offers with one click; null if it is not known
     */
    public static RouterLink link(Guide guide, @Nullable Language customer) {
        return link(guide.subject(), guide.text().title(), customer);
    }

    /** A link to a guide that shows other words. */
    public static RouterLink link(GuideSubject subject, String words, @Nullable Language customer) {
        RouterLink link = new RouterLink(words, GuideView.class, new RouteParameters(SLUG, subject.slug()));
        link.setQueryParameters(parameters(null, customer));
        return link;
    }

    /** Asks for a guide in a language of its own. */
    static QueryParameters parameters(@Nullable Language shown, @Nullable Language customer) {
        Map<String, String> parameters = new HashMap<>();
        if (shown != null) {
            parameters.put(LANGUAGE, shown.locale().getLanguage());
        }
        if (customer != null) {
            parameters.put(CUSTOMER, customer.locale().getLanguage());
        }
        return QueryParameters.simple(parameters);
    }

    static Optional<Language> shown(QueryParameters parameters) {
        return language(parameters, LANGUAGE);
    }

    static Optional<Language> customer(QueryParameters parameters) {
        return language(parameters, CUSTOMER);
    }

    private static Optional<Language> language(QueryParameters parameters, String name) {
        return parameters
                .getSingleParameter(name)
                .flatMap(tag -> Arrays.stream(Language.values())
                        .filter(language -> language.locale().getLanguage().equals(tag))
                        .findFirst());
    }
}
