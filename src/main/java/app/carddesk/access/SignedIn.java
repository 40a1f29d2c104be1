package app.carddesk.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The person behind a session, as Spring Security carries them. */
class SignedIn implements UserDetails, CredentialsContainer {

    private final Person person;
    private final boolean enabled;
    /** Of the password's hash; null where there is none. */
    private final @Nullable String passwordMark;

    private @Nullable String passwordHash;

    SignedIn(Person person, @Nullable String passwordHash, boolean enabled) {
        this.person = person;
        this.passwordHash = passwordHash;
        this.enabled = enabled;
        this.passwordMark = passwordHash == null ? null : mark(passwordHash);
    }

    Person person() {
        return person;
    }

    /** Whether somebody may go on as they signed in: enabled, in the same roles, with the same password. */
    boolean standsAs(SignedIn now) {
        return now.enabled
                && person.id().equals(now.person.id())
                && person.roles().equals(now.person.roles())
                && Objects.equals(passwordMark, now.passwordMark);
    }

    private static String mark(String hash) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(hash.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return authorities(person);
    }

    static List<SimpleGrantedAuthority> authorities(Person person) {
        return person.roles().stream()
                .sorted()
                .map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return person.username();
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
