package app.carddesk;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.cards.CorrectionReason;
import app.carddesk.cards.CorrectionWish;
import app.carddesk.cards.Corrections;
import app.carddesk.cards.Serial;
import app.carddesk.cards.TestCards;
import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseField;
import app.carddesk.cases.CaseQuery;
import app.carddesk.cases.CaseWork;
import app.carddesk.cases.EmailAddress;
import app.carddesk.cases.SavedViews;
import app.carddesk.evidence.Proofs;
import app.carddesk.guides.Inquiries;
import app.carddesk.guides.Inquiry;
import app.carddesk.guides.InquiryOutcome;
import app.carddesk.guides.InquiryTopic;
import app.carddesk.letters.LetterKind;
import app.carddesk.letters.LetterText;
import app.carddesk.letters.LettersOfCase;
import app.carddesk.letters.Replies;
import app.carddesk.letters.Templates;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.TestRequests;
import app.carddesk.replacements.TestRequests.TestCase;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Language;
import app.carddesk.shared.ProofKind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random codes, written in every grouping, separator, line end and markup, go in by every way there is; afterwards nothing
 * of them stands in any table, in any file of the data folder or, as {@link LogOfTheRunTest} sees, in the log.
 */
@CarddeskTest
@Tag("database")
class CodesAreKeptNowhereTest {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /** How much of a code may be found by chance. */
    private static final int BEGUN = 8;

    private static final List<List<Integer>> GROUPINGS =
            List.of(List.of(16), List.of(4, 4, 4, 4), List.of(8, 8), List.of(5, 5, 6), List.of(10, 6), List.of(1, 15));

    private static final List<String> SEPARATORS =
            List.of(" ", "-", "\n", "-\r\n> > ", "\u2013", ".", "_", "</td><td>", "\u200B \t", "&nbsp;", "/", " | ");

    @Autowired
    private CaseWork work;

    @Autowired
    private CaseEditing editing;

    @Autowired
    private SavedViews views;

    @Autowired
    private LettersOfCase letters;

    @Autowired
    private Templates templates;

    @Autowired
    private Inquiries inquiries;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Replacements replacements;

    @Autowired
    private Replies replies;

    @Autowired
    private Proofs proofs;

    @Autowired
    private TestCards cards;

    @Autowired
    private TestRequests requests;

    @Autowired
    private OwnerDatabase owner;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Ids ids;

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void codes_written_in_any_way_are_found_in_no_table_and_no_file() throws IOException {
        Random random = new Random(20_261_130);
        Map<String, String> written = new LinkedHashMap<>();
        for (int i = 0; i < 2 * SEPARATORS.size(); i++) {
            String code = code(random);
            written.put(
                    code, write(code, GROUPINGS.get(i % GROUPINGS.size()), SEPARATORS.get(i * 5 % SEPARATORS.size())));
        }
        written.values().forEach(this::goIn);

        Map<String, String> kept = kept();

        assertThat(kept).hasSizeGreaterThan(20);
        List<String> found = new ArrayList<>();
        kept.forEach((place, text) -> written.forEach((code, as) -> {
            for (int at = 0; at < code.length(); at += BEGUN) {
                if (text.contains(code.substring(at, at + BEGUN))) {
                    found.add(place + " holds a part of " + as + " from its character " + at);
                }
            }
        }));
        assertThat(found).isEmpty();
    }

    /** A search that finds nothing at all would show nothing. */
    @Test
    void what_is_no_code_is_found_where_it_was_kept() throws IOException {
        String shop = "Kiosk" + ids.next().getLeastSignificantBits();

        editing.change(told().id(), CaseField.RETAILER, null, shop);

        assertThat(kept().values()).anyMatch(text -> text.contains(plain(shop)));
    }

    private TestCase told() {
        signIn.as("agent");
        return requests.told(cards.active(50_000));
    }

    private void goIn(String written) {
        TestCase told = told();
        ways(told).values().forEach(way -> way.accept("Kunden har " + written + ", siger hun"));
        ways(told).values().forEach(way -> way.accept("kode" + written));
        // Half-way through typing a draft is kept, and the person goes away.
        String begun = "Kunden har " + written;
        for (int length = 1; length < begun.length(); length++) {
            editing.keepDraft(told.id(), CaseField.RETAILER.key(), begun.substring(0, length));
        }
    }

    private Map<String, Consumer<String>> ways(TestCase told) {
        Map<String, Consumer<String>> ways = new LinkedHashMap<>();
        ways.put("note", text -> work.note(told.id(), text));
        ways.put("draft", text -> editing.keepDraft(told.id(), CaseEditing.NOTE, text));
        ways.put("name", text -> editing.change(told.id(), CaseField.CUSTOMER_NAME, null, text));
        ways.put("retailer", text -> editing.change(told.id(), CaseField.RETAILER, null, text));
        ways.put("receipt", text -> editing.change(told.id(), CaseField.RECEIPT_NUMBER, null, text));
        ways.put(
                "e-mail",
                text -> EmailAddress.parse(text.replaceAll("[^A-Za-z0-9]", "") + "@example.com")
                        .ifPresent(email -> editing.change(told.id(), CaseField.CUSTOMER_EMAIL, null, email)));
        ways.put(
                "serial",
                text -> Serial.parse("GCA" + text.replaceAll("[^A-Z0-9]", ""))
                        .ifPresent(serial ->
                                editing.changeCard(told.id(), told.card().serial(), serial)));
        ways.put("view", text -> views.save(text, CaseQuery.of(CaseQuery.View.ALL)));
        ways.put("letter", text -> letter(told, "About your card", text, null));
        ways.put("subject", text -> letter(told, text.lines().collect(Collectors.joining(" ")), "Hello", null));
        ways.put(
                "address",
                text -> letter(told, "About your card", "Hello", text.replaceAll("[^A-Za-z0-9]", "") + "@example.com"));
        ways.put("template", this::template);
        ways.put("inquiry", this::inquiry);
        ways.put("proof", text -> proofs.declareUnobtainable(told.id(), ProofKind.BACK, text));
        ways.put(
                "file",
                text -> proofs.receive(told.id(), ProofKind.FRONT, text + ".png", new ByteArrayInputStream(picture())));
        ways.put("referral", text -> replacements.refer(told.id(), text, key()));
        ways.put("correction", text -> correction(told, text));
        ways.put("mail", text -> mail(told, text));
        return ways;
    }

    private void letter(TestCase told, String subject, String body, String address) {
        letters.write(new LettersOfCase.Wanted(
                ids.next(), told.id(), LetterKind.NEEDS_FACTS, Language.EN, new LetterText(subject, body), address));
    }

    private void template(String text) {
        signIn.as("supervisor");
        LetterText shown =
                templates.all().get(LetterKind.NEEDS_FACTS).get(Language.EN).text();
        templates.save(LetterKind.NEEDS_FACTS, Language.EN, new LetterText(shown.subject(), shown.body() + text), 0);
        signIn.as("agent");
    }

    private void inquiry(String text) {
        Inquiry open = inquiries.open(InquiryTopic.REFUND);
        inquiries.close(open.id(), InquiryOutcome.HANDED_OVER, text);
    }

    private void correction(TestCase told, String text) {
        signIn.as("supervisor");
        corrections.ask(
                new CorrectionWish.Balance(
                        told.card().id(), told.card().balance(), told.card().balance()),
                CorrectionReason.CHARGED_TWICE,
                text,
                key());
        signIn.as("agent");
    }

    private void mail(TestCase told, String text) {
        String line = text.lines().map(each -> each.replaceAll("[<>\"]+", " ")).collect(Collectors.joining(" "));
        String mail = """
                From: "%2$s" <%3$s@example.com>
                Subject: %2$s
                Message-ID: <%4$s@example.com>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=cut

                --cut
                Content-Type: text/html; charset=utf-8

                <p>%1$s</p><blockquote>%1$s</blockquote>
                --cut
                Content-Type: image/png
                Content-Disposition: attachment; filename="%2$s.png"

                none
                --cut--
                """.formatted(text, line, line.replaceAll("[^A-Za-z0-9]", ""), ids.next());
        try {
            replies.file(told.id(), new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] picture() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String key() {
        return ids.next().toString();
    }

    /** Codes as nearly all are, with digits between their letters in several places. */
    private static String code(Random random) {
        return Stream.generate(() -> "X"
                        + random.ints(15, 0, ALPHABET.length())
                                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                                .collect(Collectors.joining()))
                .filter(code -> code.matches("X[A-Z]{0,3}[0-9].*")
                        && IntStream.range(2, 16)
                                        .filter(i -> Character.isDigit(code.charAt(i))
                                                != Character.isDigit(code.charAt(i - 1)))
                                        .count()
                                >= 6)
                .findFirst()
                .orElseThrow();
    }

    private static String write(String code, List<Integer> grouping, String separator) {
        List<String> groups = new ArrayList<>();
        int at = 0;
        for (int size : grouping) {
            groups.add(code.substring(at, at + size));
            at += size;
        }
        return String.join(separator, groups);
    }

    /** All rows of all tables and the files of the data folder, as letters and digits. */
    private Map<String, String> kept() throws IOException {
        Map<String, String> kept = new LinkedHashMap<>();
        List<String> tables = owner.jdbc()
                .sql("select table_name from information_schema.tables where lower(table_schema) = 'public'"
                        + " and table_type like '%BASE%'")
                .query(String.class)
                .list();
        for (String table : tables) {
            kept.put(
                    table,
                    owner.jdbc().sql("select * from \"" + table + "\"").query().listOfRows().stream()
                            .flatMap(row -> row.values().stream())
                            .map(value -> value instanceof byte[] bytes
                                    ? new String(bytes, StandardCharsets.ISO_8859_1)
                                    : String.valueOf(value))
                            .map(CodesAreKeptNowhereTest::plain)
                            .collect(Collectors.joining(" ")));
        }
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("carddesk.data")))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                kept.put(file.toString(), plain(Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
        }
        return kept;
    }

    private static String plain(String text) {
        return text.replaceAll("</?[a-z]{1,9}>|&[a-z]{1,9};", "")
                .replaceAll("[^A-Za-z0-9]++", "")
                .toUpperCase(Locale.ROOT);
    }
}
