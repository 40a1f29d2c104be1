package app.carddesk.policies;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.shared.Region;
import app.carddesk.terms.Facts.TermsVersion;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CarddeskTest
@Tag("database")
class TermsLibraryTest {

    @Autowired
    private TermsLibrary library;

    @Autowired
    private SignIn signIn;

    @BeforeEach
    void signIn() {
        signIn.as("agent");
    }

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void the_danish_terms_are_real_and_the_demos_others_are_marked_as_invented() {
        assertThat(library.onFile())
                .contains(new TermsVersion(Region.DENMARK, LocalDate.of(2022, 6, 28), false))
                .allSatisfy(version -> assertThat(version.invented())
                        .isEqualTo(!version.country().equals(Region.DENMARK)));
        assertThat(library.onFile())
                .extracting(TermsVersion::country)
                .contains(Region.SWEDEN, Region.NORWAY, Region.FRANCE);
    }
}
