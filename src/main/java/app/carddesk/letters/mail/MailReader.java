package app.carddesk.letters.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a mail that anybody may have made. What it costs is bounded by its size, which is counted while it arrives, and
 * by how many parts, levels and headers are followed; nothing in it is ever fetched from elsewhere.
 */
public final class MailReader {

    static final int MOST_PARTS = 200;
    static final int MOST_LEVELS = 12;
    static final int LONGEST_HEADERS = 128 * 1024;

    /** Each part of a mail needs such a line, so this bounds what the library makes of it before we count. */
    static final int MOST_DASHED_LINES = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(MailReader.class);
    private static final Session NO_SERVER = Session.getInstance(new Properties());
    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_HEADER = 4_000;
    private static final int LONGEST_PART_OF_TEXT = 1024 * 1024;
    private static final int MOST_ANSWERED = 100;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final Pattern HEADER =
            Pattern.compile("(?im)^(?:from|date|subject|message-id|received|return-path):");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]{1,40})");
    private static final Pattern IDENTIFIER = Pattern.compile("<[^<>\\s]{1,400}>");

    private final List<Attachment> attachments = new ArrayList<>();
    private final Returned returned = new Returned();
    private int parts;

    private MailReader() {}

    /**
     * Reads a mail to its end or to the limit, counting.
     *
     * @throws IOException if it breaks off
     */
    public static Reading read(InputStream content, long limit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            if (bytes.size() + (long) read > limit) {
                return new Reading.TooLarge();
            }
            bytes.write(buffer, 0, read);
        }
        return read(bytes.toByteArray());
    }

    static Reading read(byte[] bytes) {
        if (!looksLikeMail(bytes)) {
            return new Reading.Broken();
        }
        if (headersEnd(bytes) > LONGEST_HEADERS || dashedLines(bytes) > MOST_DASHED_LINES) {
            return new Reading.TooComplex();
        }
        try {
            return new Reading.Read(new MailReader().mail(bytes));
        } catch (TooComplexException tooMuch) {
            return new Reading.TooComplex();
        } catch (MessagingException | IOException | RuntimeException broken) {
            // Messages of these may repeat what the mail says.
            LOG.debug("A mail could not be read: {}", broken.getClass().getName());
            return new Reading.Broken();
        }
    }

    private IncomingMail mail(byte[] bytes) throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(NO_SERVER, new SharedByteArrayInputStream(bytes));
        String whole = MailText.paragraphs(text(message, 0).text());
        List<String> split = MailText.split(whole);
        InternetAddress from = from(header(message, "From"));
        String address =
                from == null || from.getAddress() == null || from.getAddress().length() > 254
                        ? null
                        : MailText.line(from.getAddress());
        List<String> answers = answers(message);
        boolean reportsRead = "multipart/report".equals(type(message)) && returned.isOfReading();
        return new IncomingMail(
                identifier(header(message, "Message-ID")),
                sha256(bytes),
                answers,
                sender(from, header(message, "From")),
                address,
                sentAt(header(message, "Date")),
                MailText.line(decoded(header(message, "Subject"))),
                split.getFirst(),
                split.getLast(),
                List.copyOf(attachments),
                reportsRead || isAutomatic(message),
                returned.notice(
                        new Returned.Envelope(
                                address,
                                "<>".equals(header(message, "Return-Path").strip()),
                                answers,
                                !header(message, "X-Failed-Recipients").isBlank(),
                                MailText.line(decoded(header(message, "Subject")))),
                        whole));
    }

    /** The words of a part, and whether somebody wrote them as a web page. */
    private record Words(String text, boolean html) {

        static final Words NONE = new Words("", false);
    }

    private Words text(MimePart part, int level) throws MessagingException, IOException {
        count(part, level);
        String type = type(part);
        if (type.startsWith("multipart/")) {
            return several(part, type, level);
        }
        String disposition = header(part, "Content-Disposition").strip().toLowerCase(Locale.ROOT);
        String name = MailText.fileName(name(part));
        if (returned.takes(type)) {
            returned.take(type, open(part));
            if (type.equals("message/rfc822")) {
                attachments.add(new Attachment(name, false, true, () -> content(part)));
            }
            return Words.NONE;
        }
        boolean words = (type.equals("text/plain") || type.equals("text/html") || type.equals("text"))
                && name.isEmpty()
                && !disposition.startsWith("attachment");
        if (words) {
            String text = read(part);
            return type.equals("text/html") ? new Words(MailText.ofHtml(text), true) : new Words(text, false);
        }
        boolean inline =
                disposition.startsWith("inline") || !header(part, "Content-ID").isBlank();
        attachments.add(new Attachment(name, inline, false, () -> content(part)));
        return Words.NONE;
    }

    private Words several(MimePart part, String type, int level) throws MessagingException, IOException {
        MimeMultipart many = new MimeMultipart(part.getDataHandler().getDataSource());
        List<Words> all = new ArrayList<>();
        for (int i = 0; i < many.getCount(); i++) {
            Words words = text((MimeBodyPart) many.getBodyPart(i), level + 1);
            if (!words.text().isBlank()) {
                all.add(words);
            }
        }
        if (type.equals("multipart/alternative")) {
            return all.stream()
                    .filter(words -> !words.html())
                    .findFirst()
                    .or(() -> all.stream().findFirst())
                    .orElse(Words.NONE);
        }
        return new Words(
                String.join("\n\n", all.stream().map(Words::text).toList()),
                all.stream().allMatch(Words::html));
    }

    private void count(MimePart part, int level) throws MessagingException, TooComplexException {
        parts++;
        long length = 0;
        for (Enumeration<String> lines = part.getAllHeaderLines(); lines.hasMoreElements(); ) {
            length += lines.nextElement().length();
        }
        if (parts > MOST_PARTS || level > MOST_LEVELS || length > LONGEST_HEADERS) {
            throw new TooComplexException();
        }
    }

    private static String read(MimePart part) throws MessagingException {
        byte[] bytes = atMost(open(part), LONGEST_PART_OF_TEXT);
        Matcher named = CHARSET.matcher(header(part, "Content-Type"));
        return inCharset(bytes, named.find() ? named.group(1) : "");
    }

    /** As far as it can be read: what is coded wrongly further down is no reason to lose the words above. */
    static byte[] atMost(InputStream content, int most) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (content) {
            for (int read = content.read(buffer); read >= 0 && bytes.size() < most; read = content.read(buffer)) {
                bytes.write(buffer, 0, Math.min(read, most - bytes.size()));
            }
        } catch (IOException coded) {
            LOG.debug("A part is coded wrongly after {} bytes", bytes.size());
        }
        return bytes.toByteArray();
    }

    private static String inCharset(byte[] bytes, String name) {
        if (!name.isEmpty() && !name.equalsIgnoreCase("us-ascii")) {
            try {
                return new String(bytes, Charset.forName(MimeUtility.javaCharset(name)));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                LOG.debug("A mail names a character set that nobody knows");
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException older) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static InputStream content(MimePart part) throws IOException {
        try {
            return open(part);
        } catch (MessagingException unknown) {
            throw new IOException("The part cannot be decoded");
        }
    }

    private static InputStream open(MimePart part) throws MessagingException {
        InputStream raw =
                part instanceof MimeBodyPart body ? body.getRawInputStream() : ((MimeMessage) part).getRawInputStream();
        String coding = header(part, "Content-Transfer-Encoding").strip().toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "base64" -> Base64.getMimeDecoder().wrap(raw);
            case "quoted-printable" -> MimeUtility.decode(raw, coding);
            default -> raw;
        };
    }

    /** Without its parameters, which may be broken while the type is not. */
    private static String type(MimePart part) throws MessagingException {
        String said = header(part, "Content-Type");
        String type = said.substring(0, said.indexOf(';') < 0 ? said.length() : said.indexOf(';'))
                .strip()
                .toLowerCase(Locale.ROOT);
        return type.isEmpty() ? "text/plain" : type;
    }

    private static String name(MimePart part) throws MessagingException {
        try {
            String name = part.getFileName();
            return name == null ? "" : decoded(inUtf8(name));
        } catch (ParseException broken) {
            return "";
        }
    }

    /** The first of this name, as long as a header reasonably is; empty if there is none. */
    static String header(MimePart part, String name) throws MessagingException {
        String[] all = part.getHeader(name);
        String first = all == null || all.length == 0 || all[0] == null ? "" : MimeUtility.unfold(all[0]);
        return inUtf8(first.length() <= LONGEST_HEADER ? first : first.substring(0, LONGEST_HEADER));
    }

    /** Headers are read byte by byte; those beyond ASCII are UTF-8 if they are anything (RFC 6532). */
    private static String inUtf8(String bytes) {
        if (bytes.chars().allMatch(character -> character < 0x80)
                || bytes.chars().anyMatch(character -> character > 0xFF)) {
            return bytes;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException older) {
            return bytes;
        }
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(header);
        } catch (IOException unknownCharset) {
            return header;
        }
    }

    private static @Nullable InternetAddress from(String header) {
        try {
            InternetAddress[] all = InternetAddress.parseHeader(header, false);
            return all.length == 0 ? null : all[0];
        } catch (AddressException broken) {
            return null;
        }
    }

    private static String sender(@Nullable InternetAddress from, String header) {
        String name = from == null ? decoded(header) : from.getPersonal() == null ? "" : from.getPersonal();
        String line = MailText.line(name);
        if (!line.isBlank()) {
            return line;
        }
        String address = from == null || from.getAddress() == null ? "" : MailText.line(from.getAddress());
        return address.isBlank() ? "?" : address;
    }

    /** Without the day of the week, which some get wrong, and without what is said in brackets. */
    private static @Nullable Instant sentAt(String header) {
        String said = header.replaceAll("\\([^)]*\\)", "").strip().replaceFirst("^[A-Za-z]{3,9},\\s*", "");
        try {
            Instant sent = DateTimeFormatter.RFC_1123_DATE_TIME.parse(said.replaceAll("\\s+", " "), Instant::from);
            return sent.isAfter(Instant.EPOCH) && sent.isBefore(LATEST) ? sent : null;
        } catch (DateTimeParseException unknown) {
            return null;
        }
    }

    private static @Nullable String identifier(String header) {
        Matcher identifier = IDENTIFIER.matcher(header);
        return identifier.find() ? identifier.group() : null;
    }

    private static List<String> answers(MimeMessage message) throws MessagingException {
        return IDENTIFIER
                .matcher(header(message, "In-Reply-To") + " " + header(message, "References"))
                .results()
                .map(found -> found.group())
                .distinct()
                .limit(MOST_ANSWERED)
                .toList();
    }

    /** RFC 3834, and what was usual before it. */
    private static boolean isAutomatic(MimeMessage message) throws MessagingException {
        String submitted = header(message, "Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        String precedence = header(message, "Precedence").strip().toLowerCase(Locale.ROOT);
        return (!submitted.isEmpty() && !submitted.startsWith("no"))
                || precedence.equals("auto_reply")
                || !header(message, "X-Autoreply").isBlank()
                || !header(message, "X-Autorespond").isBlank();
    }

    private static boolean looksLikeMail(byte[] bytes) {
        int end = Math.min(headersEnd(bytes), BUFFER);
        return HEADER.matcher(new String(bytes, 0, end, StandardCharsets.ISO_8859_1))
                .find();
    }

    /** Where the first empty line is. */
    private static int headersEnd(byte[] bytes) {
        int blank = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (++blank == 2) {
                    return i;
                }
            } else if (bytes[i] != '\r') {
                blank = 0;
            }
        }
        return bytes.length;
    }

    private static int dashedLines(byte[] bytes) {
        int lines = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            boolean begins = i == 0 || bytes[i - 1] == '\n' || bytes[i - 1] == '\r';
            lines += begins && bytes[i] == '-' && bytes[i + 1] == '-' ? 1 : 0;
        }
        return lines;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class TooComplexException extends IOException {

        private static final long serialVersionUID = 1L;

        TooComplexException() {
            super("Too complex");
        }
    }
}
