package app.carddesk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.LogsErrors;
import app.carddesk.SignIn;
import app.carddesk.shared.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An installation from before contents had addresses. */
@CarddeskTest
@Tag("database")
class LegacyAdoptionTest {

    @Autowired
    private LegacyAdoption adoption;

    @Autowired
    private Proofs proofs;

    @Autowired
    private TestProofOwners owners;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Installation installation;

    @Autowired
    private JdbcClient jdbc;

    private UUID owner;

    @BeforeEach
    void openOwner() {
        signIn.as("agent");
        owner = owners.open();
    }

    @AfterEach
    void removeWhatCannotBeAdopted() {
        jdbc.sql("delete from proof where owner = :owner").param("owner", owner).update();
        signIn.out();
    }

    @Test
    void its_pictures_are_brought_into_the_store_once_and_nothing_of_them_lies_open_any_more() throws IOException {
        UUID first = released("first");
        UUID second = released("second");

        assertThat(adoption.adopt()).isEqualTo(2);

        assertThat(text(first, PictureSize.FULL)).isEqualTo("first full");
        assertThat(text(first, PictureSize.THUMBNAIL)).isEqualTo("first thumb");
        assertThat(text(second, PictureSize.FULL)).isEqualTo("second full");
        assertThat(file(first, "full")).doesNotExist();
        assertThat(file(second, "thumb")).doesNotExist();
        assertThat(adoption.adopt()).isZero();
        assertThat(proofs.of(owner)).hasSize(2);
    }

    @Test
    void one_that_was_broken_off_goes_on_where_it_stopped() throws IOException {
        UUID adopted = released("adopted");
        adoption.adopt();
        // Killed after the commit, before the files were removed.
        write(adopted, "full", "adopted full");
        write(adopted, "thumb", "adopted thumb");
        UUID waiting = released("waiting");

        assertThat(adoption.adopt()).isEqualTo(1);

        assertThat(text(adopted, PictureSize.FULL)).isEqualTo("adopted full");
        assertThat(text(waiting, PictureSize.FULL)).isEqualTo("waiting full");
        assertThat(file(adopted, "full")).doesNotExist();
        assertThat(file(adopted, "thumb")).doesNotExist();
    }

    @Test
    @LogsErrors("are neither in the evidence store nor in its folder")
    void files_of_no_proof_go_and_a_proof_without_files_stays_and_stops_nobody() throws IOException {
        UUID nobody = UUID.randomUUID();
        write(nobody, "full", "a leftover");
        UUID lost = released("lost");
        Files.delete(file(lost, "thumb"));
        UUID fine = released("fine");

        assertThat(adoption.adopt()).isEqualTo(1);

        assertThat(file(nobody, "full")).doesNotExist();
        assertThat(file(lost, "full")).exists();
        assertThat(text(fine, PictureSize.FULL)).isEqualTo("fine full");
        Files.delete(file(lost, "full"));
    }

    /** A proof as the released version left it: a row without pages, and two plain files. */
    private UUID released(String name) throws IOException {
        UUID proof = UUID.randomUUID();
        jdbc.sql("""
                insert into proof (id, owner, kind, state, file_name, width, height, bytes, sha256,
                                   added_at, added_by, version, pages)
                values (:id, :owner, 'FRONT', 'NEW', 'a.jpg', 300, 200, 20, 'x', :now, :owner, 0, 1)
                """)
                .param("id", proof)
                .param("owner", owner)
                .param("now", OffsetDateTime.now(ZoneOffset.UTC))
                .update();
        write(proof, "full", name + " full");
        write(proof, "thumb", name + " thumb");
        return proof;
    }

    private String text(UUID proof, PictureSize size) {
        return new String(proofs.picture(proof, 1, size).orElseThrow(), StandardCharsets.UTF_8);
    }

    private void write(UUID proof, String size, String content) throws IOException {
        Path file = file(proof, size);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private Path file(UUID proof, String size) {
        String id = proof.toString();
        return installation
                .data()
                .resolve("evidence")
                .resolve(id.substring(32, 34))
                .resolve(id.substring(34, 36))
                .resolve(id + "-" + size + ".jpg");
    }
}
