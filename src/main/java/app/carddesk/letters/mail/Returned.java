package app.carddesk.letters.mail;

import app.carddesk.letters.mail.DeliveryNotice.Fate;
import app.carddesk.shared.RedemptionCodes;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gathers from a mail's parts whether it tells what became of another one. Of the mail that came back with it only the
 * headers are looked at, and of these only the identifier: it may hold a redemption code.
 */
final class Returned {

    static final int LONGEST_WORDS = 300;

    private static final int LONGEST_PART = 64 * 1024;
    private static final int LONGEST_FIELD = 2_000;
    private static final int MOST_RECIPIENTS = 50;
    private static final String STATUS_PART = "delivery-status";
    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");

    /** A final answer of a mail server, as it stands in old notices. */
    private static final Pattern FINAL_ANSWER = Pattern.compile("(?<![\\d.-])5[0-5]\\d(?=[ -])");

    private static final Pattern OWN_IDENTIFIER = Pattern.compile("<letter\\.[0-9a-fA-F-]{36}@[A-Za-z0-9.-]{1,255}>");
    private static final Pattern DAEMON = Pattern.compile(
            "(?i)^(?:mailer-?daemon|postmaster|mail-?daemon|mdaemon|mmdf|mail-deliver(?:y|-subsystem)?)@.*");

    /** Where an old notice goes on with the mail it returns. */
    private static final Pattern COPY = Pattern.compile(
            "(?im)^[ >|]*(?:(?:Return-Path|Received|Message-ID|From|To|Subject|Date|MIME-Version):|-{3,}).*$");

    private static final Pattern STILL_TRIED = Pattern.compile(
            "(?i)\\b(?:delayed|will be retried|will (?:keep|continue) (?:to )?try|not yet been|no action is required|warning:)");

    private static final Pattern ADDRESS = Pattern.compile("([^\\s<>@\"'(),;:])[^\\s<>@\"'(),;:]*@(?=[^\\s@])");

    private final Set<String> originals = new LinkedHashSet<>();
    private final List<Recipient> recipients = new ArrayList<>();
    private boolean returnedPart;
    private boolean reading;

    /** What a notice says of one address; which, is nobody's business. */
    private record Recipient(Fate fate, @Nullable String status, String words) {}

    /**
     * What stands on a mail's outside.
     *
     * @param from the address; null where none is said
     * @param answersNobody whether it came without a sender to answer (RFC 5321, 4.5.5)
     * @param failed whether it names addresses that were not reached
     */
    record Envelope(
            @Nullable String from, boolean answersNobody, List<String> answers, boolean failed, String subject) {}

    /** Whether a part of this type belongs to a notice or is a mail that came with this one. */
    boolean takes(String type) {
        return type.startsWith("message/") || type.equals("text/rfc822-headers");
    }

    /** Whether it only tells that somebody opened a mail (RFC 8098). */
    boolean isOfReading() {
        return reading;
    }

    void take(String type, InputStream part) throws MessagingException, IOException {
        if (type.endsWith(STATUS_PART)) {
            statusOf(MailReader.atMost(part, LONGEST_PART));
        } else if (type.endsWith("disposition-notification")) {
            reading = true;
        } else {
            returnedPart = true;
            InternetHeaders headers =
                    new InternetHeaders(new ByteArrayInputStream(MailReader.atMost(part, LONGEST_PART)));
            identifiers(field(headers, "Message-ID")).forEach(originals::add);
        }
    }

    /** The first group of fields is about the mail as a whole, each further one about one address (RFC 3464, 2.1). */
    private void statusOf(byte[] part) throws MessagingException, IOException {
        try (InputStream fields = new ByteArrayInputStream(part)) {
            while (fields.available() > 0 && recipients.size() < MOST_RECIPIENTS) {
                InternetHeaders group = new InternetHeaders(fields);
                String action = field(group, "Action").strip().toLowerCase(Locale.ROOT);
                String said = field(group, "Status");
                if (!action.isEmpty() || !said.isEmpty()) {
                    String words = field(group, "Diagnostic-Code").replaceFirst("(?i)^\\s*[a-z0-9-]{1,20}\\s*;", "");
                    String status = status(said, words);
                    recipients.add(new Recipient(fate(action, status), status, covered(words)));
                }
            }
        }
    }

    private static Fate fate(String action, @Nullable String status) {
        return switch (action) {
            case "failed" -> Fate.FAILED;
            case "delayed" -> Fate.DELAYED;
            case "delivered", "relayed", "expanded" -> Fate.OTHER;
            default -> status != null && status.startsWith("5") ? Fate.FAILED : Fate.OTHER;
        };
    }

    /** The more telling of the two: many systems say 5.0.0 and put the real one into their words. */
    private static @Nullable String status(String said, String words) {
        String status = first(STATUS, said).orElse(null);
        if (status != null && !status.endsWith(".0.0")) {
            return status;
        }
        return first(STATUS, words)
                .filter(other -> status == null || other.charAt(0) == status.charAt(0))
                .orElse(status);
    }

    /** What it comes to; null if the mail is no notice. */
    @Nullable DeliveryNotice notice(Envelope envelope, String text) {
        if (!recipients.isEmpty()) {
            originals.addAll(envelope.answers());
            Recipient told = recipients.stream()
                    .filter(one -> one.fate() == Fate.FAILED)
                    .findFirst()
                    .or(() -> recipients.stream()
                            .filter(one -> one.fate() == Fate.DELAYED)
                            .findFirst())
                    .orElseGet(recipients::getFirst);
            return new DeliveryNotice(List.copyOf(originals), told.fate(), told.status(), told.words());
        }
        boolean daemon =
                envelope.from() != null && DAEMON.matcher(envelope.from()).matches();
        if (!daemon && !(envelope.answersNobody() && returnedPart)) {
            return null;
        }
        return plain(envelope, text);
    }

    /** The old kinds, which say in words what happened and give back the mail or its headers below. */
    private DeliveryNotice plain(Envelope envelope, String text) {
        Matcher copy = COPY.matcher(text);
        String said = copy.find() ? text.substring(0, copy.start()) : text;
        OWN_IDENTIFIER.matcher(text).results().limit(5).forEach(found -> originals.add(found.group()));
        originals.addAll(envelope.answers());
        Optional<String> status = first(STATUS, said);
        boolean tried = STILL_TRIED.matcher(envelope.subject() + "\n" + said).find();
        boolean refused = status.map(code -> code.startsWith("5"))
                .orElseGet(() -> FINAL_ANSWER.matcher(said).find() || envelope.failed());
        Fate fate = tried ? Fate.DELAYED : refused ? Fate.FAILED : Fate.OTHER;
        return new DeliveryNotice(
                List.copyOf(originals), fate, status.orElse(null), covered(telling(said, status.orElse(null))));
    }

    /** The line that says why. */
    private static String telling(String said, @Nullable String status) {
        return said.lines()
                .filter(line -> status == null ? FINAL_ANSWER.matcher(line).find() : line.contains(status))
                .findFirst()
                .orElse("");
    }

    /** Addresses are kept with the letter alone, and a mail system may repeat what stood in it. */
    private static String covered(String words) {
        String clear = MailText.line(words.length() > LONGEST_FIELD ? words.substring(0, LONGEST_FIELD) : words);
        return MailText.cut(RedemptionCodes.masked(ADDRESS.matcher(clear).replaceAll("$1…@")), LONGEST_WORDS);
    }

    private static Stream<String> identifiers(String header) {
        return Pattern.compile("<[^<>\\s]{1,400}>").matcher(header).results().map(found -> found.group());
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private static String field(InternetHeaders fields, String name) {
        String[] all = fields.getHeader(name);
        String first = all == null || all.length == 0 || all[0] == null ? "" : MimeUtility.unfold(all[0]);
        return first.length() <= LONGEST_FIELD ? first : first.substring(0, LONGEST_FIELD);
    }
}
