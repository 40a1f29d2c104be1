package app.carddesk.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.CarddeskTest;
import app.carddesk.LogsErrors;
import app.carddesk.startup.CannotStartException;
import app.carddesk.startup.TestSecrets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The installation's key of personal values is changed, and the old one thrown away. */
@CarddeskTest
@Tag("database")
@LogsErrors(value = "personal keys do not open and stay as they are", always = false)
class KeyRenewalTest {

    private static final String OLD = key(3);
    private static final String NEW = key(4);

    @TempDir
    Path folder;

    @Autowired
    JdbcClient jdbc;

    private final UUID customer = UUID.randomUUID();
    private final UUID row = UUID.randomUUID();
    private String sealed;

    @BeforeEach
    void aValueUnderTheOldKey() {
        sealed = values(Map.of("CARDDESK_KEY_PERSONAL", OLD)).seal(customer, row, "Kerstin Ek");
    }

    @AfterEach
    void away() {
        jdbc.sql("delete from personal_key where subject_id = :customer")
                .param("customer", customer)
                .update();
    }

    @Test
    void customers_keys_are_sealed_anew_and_what_is_told_opens_without_the_old_key() {
        Map<String, String> changed = Map.of("CARDDESK_KEY_PERSONAL", NEW, "CARDDESK_KEY_PERSONAL_OLD", OLD);
        assertThat(opened(changed)).isEqualTo("Kerstin Ek");

        assertThat(renewal(changed).renew().renewed()).isEqualTo(1);
        assertThat(renewal(changed).renew().renewed()).isZero();

        assertThat(opened(Map.of("CARDDESK_KEY_PERSONAL", NEW))).isEqualTo("Kerstin Ek");
        assertThat(opened(Map.of("CARDDESK_KEY_PERSONAL", OLD))).isEqualTo(PersonalValues.UNREADABLE);
    }

    @Test
    void an_erased_key_stays_erased_and_needs_no_key_of_the_installation() {
        new KeyRows(jdbc).erase(customer, Instant.now());

        assertThat(renewal(Map.of("CARDDESK_KEY_PERSONAL", NEW, "CARDDESK_KEY_PERSONAL_OLD", OLD))
                        .renew()
                        .renewed())
                .isZero();

        assertThat(opened(Map.of("CARDDESK_KEY_PERSONAL", NEW))).isEqualTo(PersonalValues.ERASED);
        assertThat(new KeyRows(jdbc).newest(customer).orElseThrow().sealed()).isNull();
    }

    @Test
    void a_start_without_a_key_that_is_needed_is_refused_with_words_and_a_way_out() {
        assertThatThrownBy(() -> renewal(Map.of("CARDDESK_KEY_PERSONAL", NEW)).afterSingletonsInstantiated())
                .isInstanceOfSatisfying(CannotStartException.class, refusal -> {
                    assertThat(refusal.what()).contains("\"personal\"");
                    assertThat(refusal.action()).contains("CARDDESK_KEY_PERSONAL_OLD");
                });
    }

    private String opened(Map<String, String> environment) {
        return values(environment).reader(List.of(sealed)).open(sealed, row);
    }

    private PersonalValues values(Map<String, String> environment) {
        return new PersonalValues(new KeyRows(jdbc), cipher(environment), Clock.systemUTC());
    }

    private KeyRenewal renewal(Map<String, String> environment) {
        return new KeyRenewal(new KeyRows(jdbc), cipher(environment));
    }

    private PersonalCipher cipher(Map<String, String> environment) {
        return new PersonalCipher(TestSecrets.of(folder, environment));
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
