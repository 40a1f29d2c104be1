package app.carddesk.web;

import app.carddesk.shared.PublicAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.env.MockEnvironment;

/** Links of installations that are set up in one way or another. */
public final class TestLinks {

    private TestLinks() {}

    /** Of an installation with this public address, if any, and these profiles. */
    public static PublicLinks of(@Nullable String publicUrl, String... profiles) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profiles);
        return new PublicLinks(new PublicAddress(publicUrl == null ? null : URI.create(publicUrl)), environment);
    }
}
