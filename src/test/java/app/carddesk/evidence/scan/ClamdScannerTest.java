package app.carddesk.evidence.scan;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.LogsErrors;
import app.carddesk.evidence.scan.VirusScanner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

@LogsErrors("the virus scanner fails")
class ClamdScannerTest {

    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final Duration HASTY = Duration.ofMillis(300);
    private static final Duration DRIBBLE = Duration.ofMillis(20);

    @TempDir
    private Path folder;

    @Test
    void what_the_scanner_calls_clean_passes() throws IOException {
        assertThat(ask(FakeClamd.saying("stream: OK"))).isEqualTo(new Result.Clean());
    }

    @Test
    void what_the_scanner_names_does_not() throws IOException {
        assertThat(ask(FakeClamd.saying("stream: Eicar-Test-Signature FOUND")))
                .isEqualTo(new Result.Infected("Eicar-Test-Signature"));
    }

    @Test
    void a_size_limit_said_at_the_end_or_in_the_middle_is_a_size_limit() throws IOException {
        String answer = "INSTREAM size limit exceeded. ERROR";

        assertThat(ask(FakeClamd.saying(answer))).isEqualTo(new Result.TooLarge());
        assertThat(ask(FakeClamd.sayingInTheMiddle(answer))).isEqualTo(new Result.TooLarge());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "OK",
                "stream: OK?",
                "stream: FOUND OK",
                "stream: Can't allocate memory ERROR",
                "UNKNOWN COMMAND",
                "HTTP/1.1 400 Bad Request"
            })
    void whatever_else_it_says_is_no_answer(String answer) throws IOException {
        assertThat(ask(FakeClamd.saying(answer))).isInstanceOf(Result.NoAnswer.class);
    }

    @Test
    void clean_said_before_all_was_read_and_followed_by_a_hang_up_is_no_answer() throws IOException {
        Path large = Files.write(folder.resolve("large"), new byte[20_000_000]);
        try (FakeClamd clamd = new FakeClamd(FakeClamd.sayingInTheMiddle("stream: OK"))) {
            assertThat(new ClamdScanner(clamd.settings(PATIENT)).scan(large)).isInstanceOf(Result.NoAnswer.class);
        }
    }

    @Test
    void a_scanner_that_hangs_up_is_no_answer() throws IOException {
        assertThat(ask(connection -> {})).isInstanceOf(Result.NoAnswer.class);
        assertThat(ask(FakeClamd::readAll)).isInstanceOf(Result.NoAnswer.class);
    }

    @Test
    void a_scanner_that_says_nothing_or_reads_nothing_or_dribbles_is_given_up() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        FakeClamd.Manner silent = connection -> {
            FakeClamd.readAll(connection);
            await(over);
        };
        FakeClamd.Manner deaf = connection -> await(over);
        FakeClamd.Manner dribbling = connection -> {
            FakeClamd.readAll(connection);
            do {
                connection.getOutputStream().write('s');
            } while (!await(over, DRIBBLE));
        };
        Path large = Files.write(folder.resolve("large"), new byte[20_000_000]);
        for (FakeClamd.Manner manner : new FakeClamd.Manner[] {silent, deaf, dribbling}) {
            try (FakeClamd clamd = new FakeClamd(manner)) {
                assertThat(new ClamdScanner(clamd.settings(HASTY)).scan(large)).isInstanceOf(Result.NoAnswer.class);
            }
        }
        over.countDown();
    }

    @Test
    void a_scanner_that_is_not_there_is_no_answer() throws IOException {
        FakeClamd clamd = new FakeClamd(FakeClamd.saying("stream: OK"));
        clamd.close();

        assertThat(new ClamdScanner(clamd.settings(PATIENT)).scan(file())).isInstanceOf(Result.NoAnswer.class);
        assertThat(new ClamdScanner(
                                new ScannerSettings("no-such-host.invalid", 3310, PATIENT, DataSize.ofMegabytes(25)))
                        .scan(file()))
                .isInstanceOf(Result.NoAnswer.class);
    }

    @Test
    void what_is_larger_than_may_be_sent_is_not_even_sent() throws IOException {
        try (FakeClamd clamd = new FakeClamd(FakeClamd.saying("stream: OK"))) {
            ScannerSettings settings =
                    new ScannerSettings("127.0.0.1", clamd.settings(PATIENT).port(), PATIENT, DataSize.ofBytes(10));

            assertThat(new ClamdScanner(settings).scan(Files.write(folder.resolve("ten"), new byte[10])))
                    .isEqualTo(new Result.Clean());
            assertThat(new ClamdScanner(settings).scan(Files.write(folder.resolve("eleven"), new byte[11])))
                    .isEqualTo(new Result.TooLarge());
        }
    }

    private Result ask(FakeClamd.Manner manner) throws IOException {
        try (FakeClamd clamd = new FakeClamd(manner)) {
            return new ClamdScanner(clamd.settings(PATIENT)).scan(file());
        }
    }

    private Path file() throws IOException {
        return Files.write(folder.resolve("file"), new byte[100_000]);
    }

    private static void await(CountDownLatch latch) {
        var _ = await(latch, Duration.ofMinutes(5));
    }

    /** Whether it is over, after at most that long. */
    private static boolean await(CountDownLatch latch, Duration atMost) {
        try {
            return latch.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
