package app.carddesk.web;

import app.carddesk.shared.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where links lead that people outside are given. Only the configured address will do: whoever sends a request chooses the
 * host in it, and a link that leads to another host hands the customer's proofs to somebody else. The demo, which has no
 * customers, takes the address its visitor came by.
 */
@Component
public class PublicLinks implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(PublicLinks.class);

    private final PublicAddress address;
    private final boolean demo;

    PublicLinks(PublicAddress address, Environment environment) {
        this.address = address;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** Whether a link can be made. */
    public boolean canBeMade() {
        return demo || address.publicUrl() != null;
    }

    /**
     * What every link begins with; empty if none can be made.
     *
     * @param request what the link is made in answer to
     */
    public Optional<URI> base(HttpServletRequest request) {
        if (address.publicUrl() != null) {
            return Optional.of(address.publicUrl());
        }
        return demo
                ? Optional.of(ServletUriComponentsBuilder.fromContextPath(request)
                        .build()
                        .toUri())
                : Optional.empty();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!canBeMade()) {
            LOG.warn("carddesk.public-url is not set: no one-time links for customers can be made, and any host name is"
                    + " answered. Set it to the address people use, such as https://desk.example.com.");
        }
    }
}
