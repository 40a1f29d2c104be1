package app.carddesk.letters;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that answers as a test says, and keeps every octet it is sent. */
final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket listening;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> extensions = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<byte[]> commands = new CopyOnWriteArrayList<>();
    private final List<byte[]> mails = new CopyOnWriteArrayList<>();
    private volatile @Nullable SSLContext encryption;
    private volatile long waitAtEnd;

    ScriptedSmtp() {
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("scripted-smtp").start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    ScriptedSmtp offers(String extension) {
        extensions.add(extension);
        return this;
    }

    ScriptedSmtp encrypts(SSLContext with) {
        encryption = with;
        return offers("STARTTLS");
    }

    /** What is answered to a command from now on; DOT stands for the end of a mail, GREETING for the beginning. */
    ScriptedSmtp answers(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    /** As a server should. */
    ScriptedSmtp isMended() {
        answers.clear();
        return this;
    }

    /** How long the answer to a mail takes, once all of it is there. */
    ScriptedSmtp takes(long millis) {
        waitAtEnd = millis;
        return this;
    }

    /** The commands with this verb, octet by octet. */
    List<byte[]> commands(String verb) {
        return commands.stream().filter(line -> verb(line).equals(verb)).toList();
    }

    /** The mails that were taken or refused at their end. */
    List<String> mails() {
        return mails.stream()
                .map(mail -> new String(mail, StandardCharsets.UTF_8))
                .toList();
    }

    void forget() {
        commands.clear();
        mails.clear();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket each : open) {
            each.close();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                Thread.ofPlatform().daemon().name("scripted-smtp-talk").start(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket plain) {
        try (plain) {
            Socket socket = plain;
            InputStream in = new BufferedInputStream(socket.getInputStream());
            say(socket, answers.getOrDefault("GREETING", "220 scripted ESMTP"));
            while (true) {
                byte[] line = line(in);
                if (line == null) {
                    return;
                }
                commands.add(line);
                String verb = verb(line);
                String answer = answers.getOrDefault(verb, usual(verb, socket != plain));
                say(socket, answer);
                if (verb.equals("QUIT")) {
                    return;
                }
                if (verb.equals("STARTTLS") && answer.startsWith("2")) {
                    SSLSocket secure = (SSLSocket) Objects.requireNonNull(encryption)
                            .getSocketFactory()
                            .createSocket(plain, null, plain.getPort(), false);
                    secure.setUseClientMode(false);
                    secure.startHandshake();
                    socket = secure;
                    in = new BufferedInputStream(socket.getInputStream());
                }
                if (verb.equals("DATA") && answer.startsWith("3")) {
                    mails.add(mail(in));
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(waitAtEnd));
                    say(socket, answers.getOrDefault("DOT", "250 taken"));
                }
            }
        } catch (IOException broken) {
            // Whoever sends may break off at any point; what was sent until then is kept.
            open.remove(plain);
        }
    }

    private String usual(String verb, boolean secure) {
        return switch (verb) {
            case "EHLO" -> {
                StringBuilder offer = new StringBuilder("250-scripted\r\n");
                extensions.stream()
                        .filter(extension -> !secure || !extension.equals("STARTTLS"))
                        .forEach(extension ->
                                offer.append("250-").append(extension).append("\r\n"));
                yield offer.append("250 PIPELINING").toString();
            }
            case "AUTH" -> "235 welcome";
            case "DATA" -> "354 go on";
            case "STARTTLS" -> "220 go on";
            case "QUIT" -> "221 bye";
            default -> "250 fine";
        };
    }

    private static void say(Socket socket, String words) throws IOException {
        socket.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String verb(byte[] line) {
        return new String(line, StandardCharsets.ISO_8859_1).split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
    }

    /** Without its line end; null at the end of the connection. */
    private static byte @Nullable [] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            if (octet == '\n') {
                return line.toByteArray();
            }
            if (octet != '\r') {
                line.write(octet);
            }
        }
        return null;
    }

    private static byte[] mail(InputStream in) throws IOException {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        for (byte[] line = line(in); line != null; line = line(in)) {
            if (line.length == 1 && line[0] == '.') {
                break;
            }
            mail.writeBytes(line);
            mail.write('\n');
        }
        return mail.toByteArray();
    }
}
