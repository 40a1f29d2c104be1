package app.carddesk.evidence.ui;

import app.carddesk.access.People;
import app.carddesk.evidence.EvidenceNews;
import app.carddesk.evidence.link.LinkToken;
import app.carddesk.evidence.link.UploadLinks;
import app.carddesk.web.PublicLinks;
import com.vaadin.flow.server.VaadinServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the dialogs that ask a customer's phone, with everything they need. */
@Component
class PhoneDialogs {

    private final UploadLinks links;
    private final EvidenceNews news;
    private final People people;
    private final PublicLinks publicLinks;
    private final Clock clock;

    PhoneDialogs(UploadLinks links, EvidenceNews news, People people, PublicLinks publicLinks, Clock clock) {
        this.links = links;
        this.news = news;
        this.people = people;
        this.publicLinks = publicLinks;
        this.clock = clock;
    }

    PhoneDialog create(UUID owner) {
        return new PhoneDialog(owner, this);
    }

    UploadLinks links() {
        return links;
    }

    EvidenceNews news() {
        return news;
    }

    People people() {
        return people;
    }

    Clock clock() {
        return clock;
    }

    /** Where a link leads. */
    URI addressOf(LinkToken token) {
        URI base = publicLinks
                .base(VaadinServletRequest.getCurrent().getHttpServletRequest())
                .orElseThrow();
        return UriComponentsBuilder.fromUri(base)
                .pathSegment("u", token.value())
                .build()
                .toUri();
    }
}
