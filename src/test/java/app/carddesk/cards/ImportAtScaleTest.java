package app.carddesk.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred thousand cards in a process of their own that may have no more than 256 MB of heap. */
class ImportAtScaleTest {

    private static final int ROWS = 100_000;

    @Test
    void a_hundred_thousand_rows_need_no_more_than256_megabytes_of_heap(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("cards.csv");
        write(file);
        Path output = folder.resolve("output.txt");
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dcarddesk.data=" + folder.resolve("data"),
                        "-cp",
                        classPath,
                        ImportAtScale.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }

        String said = Files.readString(output);
        assertThat(ended && process.exitValue() == 0).as(said).isTrue();
        assertThat(said).contains("DONE, " + ROWS + " taken, 0 refused");
        said.lines()
                .filter(line -> line.contains("rows/s"))
                .forEach(org.slf4j.LoggerFactory.getLogger(getClass())::info);
    }

    private static void write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("serial,kind,form,region,retailer,state,activated_at,face_value,balance\n");
            for (int i = 0; i < ROWS; i++) {
                out.write("GCA" + (1_000_000_000L + i * 7_919L)
                        + ",APP_STORE_ITUNES,PHYSICAL,DK,Supermarket Odense,ACTIVE,2024-05-02,500.00,"
                        + (i % 3 == 0 ? "120.50" : "500.00") + "\n");
            }
        }
    }
}
