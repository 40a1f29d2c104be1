package app.carddesk.evidence.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsideProgramTest {

    private static final Path SHELL = Path.of("/bin/sh");

    @TempDir
    Path folder;

    @BeforeEach
    void needsAShell() {
        assumeThat(SHELL).exists();
    }

    @Test
    void what_it_says_and_how_it_ended_is_told() throws Exception {
        assertThat(run("echo one; echo two >&2; exit 3", Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(OutsideProgram.Outcome.Ended.class, ended -> {
                    assertThat(ended.status()).isEqualTo(3);
                    assertThat(new String(ended.output(), StandardCharsets.UTF_8))
                            .isEqualTo("one\ntwo\n");
                });
    }

    @Test
    void it_knows_nothing_of_this_process_and_has_nothing_to_read() throws Exception {
        String here = folder.toRealPath().toString();
        assertThat(run("cat; env | cut -d= -f1 | sort; pwd -P", Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(
                        OutsideProgram.Outcome.Ended.class,
                        ended -> assertThat(new String(ended.output(), StandardCharsets.UTF_8).lines())
                                .contains("HOME", "LC_ALL", "PATH", "TMPDIR", here)
                                .isSubsetOf("HOME", "LC_ALL", "PATH", "TMPDIR", "PWD", "OLDPWD", "SHLVL", "_", here));
    }

    @Test
    void it_is_ended_with_whatever_it_started_when_its_time_is_up() throws Exception {
        assertThat(run("sleep 600 & echo $! > child; wait", Duration.ofMillis(700)))
                .isEqualTo(new OutsideProgram.Outcome.TookTooLong());
        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        ProcessHandle.of(child).ifPresent(handle -> handle.onExit().join());
        assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void it_is_ended_when_it_says_too_much() throws Exception {
        assertThat(run("while :; do echo again; done", Duration.ofSeconds(60)))
                .isEqualTo(new OutsideProgram.Outcome.SaidTooMuch());
    }

    @Test
    void arguments_are_never_read_by_a_shell() throws Exception {
        OutsideProgram echo = new OutsideProgram(
                OutsideProgram.find("echo").orElseThrow(),
                new OutsideProgram.Limits(Duration.ofSeconds(20), 1000, 1L << 30, 1 << 20));
        assertThat(echo.run(List.of("$(id)", "; id", "`id`"), folder))
                .isInstanceOfSatisfying(
                        OutsideProgram.Outcome.Ended.class,
                        ended -> assertThat(new String(ended.output(), StandardCharsets.UTF_8))
                                .isEqualTo("$(id) ; id `id`\n"));
    }

    @Test
    void a_program_is_found_on_the_path_only_if_it_can_be_run() throws Exception {
        Path file = Files.writeString(folder.resolve("tool"), "");
        assertThat(OutsideProgram.find("tool", "/nowhere:" + folder)).isEmpty();
        assertThat(file.toFile().setExecutable(true)).isTrue();
        assertThat(OutsideProgram.find("tool", "/nowhere:" + folder)).contains(file.toAbsolutePath());
        assertThat(OutsideProgram.find("tool", "")).isEmpty();
    }

    private OutsideProgram.Outcome run(String script, Duration time) throws Exception {
        return new OutsideProgram(SHELL, new OutsideProgram.Limits(time, 10_000, 1L << 30, 1 << 20))
                .run(List.of("-c", script), folder);
    }
}
