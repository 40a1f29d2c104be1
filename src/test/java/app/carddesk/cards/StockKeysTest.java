package app.carddesk.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.CarddeskTest;
import app.carddesk.LogsErrors;
import app.carddesk.shared.Columns;
import app.carddesk.shared.Ids;
import app.carddesk.startup.CannotStartException;
import app.carddesk.startup.Resealing.Renewed;
import app.carddesk.startup.TestSecrets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The key of the stock's codes is changed, and the old one thrown away. */
@CarddeskTest
@Tag("database")
@ExtendWith(OutputCaptureExtension.class)
@LogsErrors("codes of the stock do not open and stay as they are")
class StockKeysTest {

    private static final String OLD = key(1);
    private static final String NEW = key(2);

    @TempDir
    Path folder;

    @Autowired
    JdbcClient jdbc;

    private final Serial serial =
            new Serial("GCASTOCKKEY" + Math.abs(UUID.randomUUID().hashCode()));
    private UUID row;

    @BeforeEach
    void aCodeUnderTheOldKey() {
        StockCipher old = cipher(Map.of("CARDDESK_KEY_STOCK", OLD));
        row = new Ids(Clock.systemUTC()).next();
        jdbc.sql("insert into replacement_stock (id, serial, kind, form, region, unit, code_sealed, key_id, state,"
                        + " arrived_at) values (:id, :serial, 'APPLE_GIFT_CARD', 'PHYSICAL', 'ZZ', 'ZZZ', :code, :key,"
                        + " 'AVAILABLE', :now)")
                .param("id", row)
                .param("serial", serial.value())
                .param("code", old.seal(serial, "XTESTCODE1234567"))
                .param("key", old.keyId())
                .param("now", Columns.time(Instant.now()))
                .update();
    }

    @AfterEach
    void away() {
        jdbc.sql("delete from replacement_stock where id = :id")
                .param("id", row)
                .update();
    }

    @Test
    void its_codes_are_sealed_anew_and_open_without_the_old_key() {
        StockKeys changed = keys(Map.of("CARDDESK_KEY_STOCK", NEW, "CARDDESK_KEY_STOCK_OLD", OLD));

        assertThat(changed.renew().renewed()).isEqualTo(1);
        assertThat(changed.renew().renewed()).isZero();

        StockCipher withoutOld = cipher(Map.of("CARDDESK_KEY_STOCK", NEW));
        assertThat(keyId()).isEqualTo(withoutOld.keyId());
        assertThat(withoutOld.open(serial, code(), keyId())).isEqualTo("XTESTCODE1234567");
        assertThatThrownBy(() -> cipher(Map.of("CARDDESK_KEY_STOCK", OLD)).open(serial, code(), keyId()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_damaged_code_is_counted_told_in_one_line_and_stays_as_it_is(CapturedOutput output) {
        byte[] damaged = code();
        damaged[20] ^= 1;
        jdbc.sql("update replacement_stock set code_sealed = :code where id = :id")
                .param("code", damaged)
                .param("id", row)
                .update();
        StockKeys changed = keys(Map.of("CARDDESK_KEY_STOCK", NEW, "CARDDESK_KEY_STOCK_OLD", OLD));

        Renewed renewed = changed.renew();

        assertThat(renewed.renewed()).isZero();
        assertThat(renewed.left()).isPositive();
        assertThat(output.getOut().lines().filter(line -> line.contains(" ERROR ")))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains(renewed.left() + " codes of the stock do not open", "CARDDESK_KEY_STOCK_OLD");
        assertThat(code()).isEqualTo(damaged);
    }

    @Test
    void a_start_without_a_key_that_is_needed_is_refused_with_words_and_a_way_out() {
        assertThatThrownBy(() -> keys(Map.of("CARDDESK_KEY_STOCK", NEW)).afterSingletonsInstantiated())
                .isInstanceOfSatisfying(CannotStartException.class, refusal -> {
                    assertThat(refusal.what()).contains("stock", keyId());
                    assertThat(refusal.action()).contains("CARDDESK_KEY_STOCK_OLD", "--carddesk.keys.lost=stock");
                });
        assertThatCode(() -> new StockKeys(
                                jdbc,
                                new StockCipher(TestSecrets.of(folder, Map.of("CARDDESK_KEY_STOCK", NEW), "stock")))
                        .afterSingletonsInstantiated())
                .doesNotThrowAnyException();
    }

    private StockKeys keys(Map<String, String> environment) {
        return new StockKeys(jdbc, cipher(environment));
    }

    private StockCipher cipher(Map<String, String> environment) {
        return new StockCipher(TestSecrets.of(folder, environment));
    }

    private byte[] code() {
        return jdbc.sql("select code_sealed from replacement_stock where id = :id")
                .param("id", row)
                .query((found, n) -> found.getBytes(1))
                .single();
    }

    private String keyId() {
        return jdbc.sql("select key_id from replacement_stock where id = :id")
                .param("id", row)
                .query(String.class)
                .single();
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
