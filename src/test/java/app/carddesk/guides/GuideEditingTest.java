package app.carddesk.guides;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.CarddeskTest;
import app.carddesk.SignIn;
import app.carddesk.shared.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CarddeskTest
@Tag("database")
class GuideEditingTest {

    /** A guide that no other test reads in Danish. */
    private static final GuideSubject SUBJECT = new GuideSubject.OfSection(12);

    private static final String BODY = "About gherkins.\n\n## Til kunden\n\nHej.";

    @Autowired
    private Guides guides;

    @Autowired
    private GuideEditing editing;

    @Autowired
    private ShippedGuides shipped;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SignIn signIn;

    @BeforeEach
    void aSupervisorWrites() {
        signIn.as("supervisor");
    }

    @AfterEach
    void asShippedAgain() {
        editing.restore(SUBJECT, Language.DA, now().version(), 0);
        signIn.out();
    }

    @Test
    void a_written_text_overrides_the_shipped_one_in_its_language_and_is_found_at_once() {
        int before = now().version();

        GuideSaving saving = editing.save(SUBJECT, Language.DA, before, text("Agurker i Danmark"));

        assertThat(saving)
                .isInstanceOfSatisfying(
                        GuideSaving.Saved.class,
                        saved -> assertThat(saved.guide().version()).isEqualTo(before + 1));
        assertThat(now().text().title()).isEqualTo("Agurker i Danmark");
        assertThat(guides.read(SUBJECT, Language.SV).version()).isZero();
        assertThat(guides.search("agurkr", Language.EN))
                .first()
                .satisfies(hit -> assertThat(hit.guide().slug()).isEqualTo("terms-12"));
        assertThat(guides.search("agurker", Language.EN).getFirst().guide().language())
                .isEqualTo(Language.EN);
    }

    @Test
    void every_text_is_kept_and_can_be_brought_back() {
        int before = now().version();
        editing.save(SUBJECT, Language.DA, before, text("First"));
        editing.save(SUBJECT, Language.DA, before + 1, text("Second"));

        editing.restore(SUBJECT, Language.DA, before + 2, before + 1);

        assertThat(now().text().title()).isEqualTo("First");
        assertThat(editing.history(SUBJECT, Language.DA).stream().limit(3))
                .extracting(version -> version.text().title())
                .containsExactly("First", "Second", "First");
        assertThat(editing.history(SUBJECT, Language.DA).getFirst().restoredFrom())
                .isEqualTo(before + 1);
        assertThat(editing.history(SUBJECT, Language.DA).getLast()).satisfies(original -> {
            assertThat(original.number()).isZero();
            assertThat(original.text()).isEqualTo(shipped.text(SUBJECT, Language.DA));
        });
    }

    @Test
    void a_guide_can_return_to_the_text_that_came_with_carddesk() {
        int before = now().version();
        editing.save(SUBJECT, Language.DA, before, text("First"));

        editing.restore(SUBJECT, Language.DA, before + 1, 0);

        assertThat(now().text()).isEqualTo(shipped.text(SUBJECT, Language.DA));
        assertThat(guides.search("agurker", Language.DA)).isEmpty();
    }

    @Test
    void whoever_saves_second_is_told_and_overwrites_nothing() {
        int before = now().version();
        editing.save(SUBJECT, Language.DA, before, text("Theirs"));

        GuideSaving saving = editing.save(SUBJECT, Language.DA, before, text("Mine"));

        assertThat(saving)
                .isInstanceOfSatisfying(
                        GuideSaving.Stale.class,
                        stale -> assertThat(stale.theirs().text().title()).isEqualTo("Theirs"));
        assertThat(now().text().title()).isEqualTo("Theirs");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'', S, '## Til kunden\n\nHej', TITLE_MISSING",
                "T, ' ', '## Til kunden\n\nHej', SUMMARY_MISSING",
                "T, S, ' ', BODY_MISSING",
                "T, S, 'No part', NO_CUSTOMER_PART",
                "T, S, '## Til kunden\n\n', NO_CUSTOMER_PART",
                "T, S, '## Til kunden\n\n[x](javascript:alert(1))', DEAD_LINK",
                "T, S, '## Til kunden\n\n[x](guides/terms-13)', DEAD_LINK",
                "T, S, '## Til kunden\n\nXABC DEFG HJKL MNPQ', HOLDS_CODE",
                "XABCDEFGHJKLMNPQ, S, '## Til kunden\n\nHej', HOLDS_CODE"
            })
    void what_cannot_be_kept_is_refused_with_the_reason(
            String title, String summary, String body, GuideFault expected) {
        GuideText text = new GuideText(title, summary, "", body);
        int before = now().version();

        assertThat(editing.save(SUBJECT, Language.DA, before, text)).isEqualTo(new GuideSaving.Refused(expected));
        assertThat(editing.fault(text, Language.DA)).contains(expected);
        assertThat(now().version()).isEqualTo(before);
    }

    @Test
    void the_audit_trail_is_told() {
        int before = now().version();
        editing.save(SUBJECT, Language.DA, before, text("First"));
        editing.restore(SUBJECT, Language.DA, before + 1, 0);

        assertThat(jdbc.sql("select act from audit_event where subject_kind = 'guide' and subject_id = :id"
                                + " order by seq desc")
                        .param("id", GuideChanged.id(SUBJECT, Language.DA))
                        .query(String.class)
                        .list())
                .startsWith("guide.restored", "guide.written");
    }

    private Guide now() {
        return guides.read(SUBJECT, Language.DA);
    }

    private static GuideText text(String title) {
        return new GuideText(title, "En linje.", "agurker", BODY);
    }
}
