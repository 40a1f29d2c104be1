package broken.passwords;

import org.springframework.security.crypto.password.PasswordEncoder;

class SideDoor {

    private final PasswordEncoder passwords;

    SideDoor(PasswordEncoder passwords) {
        this.passwords = passwords;
    }

    boolean opens(String password, String hash) {
        return passwords.matches(password, hash);
    }
}
