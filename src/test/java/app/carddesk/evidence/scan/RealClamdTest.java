package app.carddesk.evidence.scan;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.LogsErrors;
import app.carddesk.evidence.scan.VirusScanner.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the clamd of this machine. */
@LogsErrors(value = "the virus scanner fails", always = false)
class RealClamdTest {

    @TempDir
    private Path folder;

    @Test
    void the_test_virus_is_found_what_is_clean_passes_and_what_is_too_large_is_told() throws IOException {
        byte[] noise = new byte[1_000_000];
        new Random(7).nextBytes(noise);
        byte[] large = new byte[14_000_000];
        new Random(8).nextBytes(large);
        try (RealClamd clamd = RealClamd.start(folder)) {
            VirusScanner scanner = clamd.scanner();

            assertThat(scanner.scan(Files.write(folder.resolve("eicar"), RealClamd.eicar())))
                    .isInstanceOfSatisfying(
                            Result.Infected.class,
                            found -> assertThat(found.signature()).startsWith("Test-File"));
            assertThat(scanner.scan(Files.write(folder.resolve("noise"), noise)))
                    .isEqualTo(new Result.Clean());
            assertThat(scanner.scan(Files.write(folder.resolve("large"), large)))
                    .isEqualTo(new Result.TooLarge());
            assertThat(scanner.scan(folder.resolve("noise"))).isEqualTo(new Result.Clean());

            clamd.close();
            assertThat(scanner.scan(folder.resolve("noise"))).isInstanceOf(Result.NoAnswer.class);
        }
    }
}
