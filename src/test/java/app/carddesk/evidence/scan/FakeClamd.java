package app.carddesk.evidence.scan;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** A clamd that behaves as it is told, on a free port of this machine. */
final class FakeClamd implements AutoCloseable {

    /** What it does with a connection. */
    @FunctionalInterface
    interface Manner {
        void answer(Socket connection) throws IOException;
    }

    private final ServerSocket server;
    private final Manner manner;

    FakeClamd(Manner manner) {
        this.manner = manner;
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                Thread.ofVirtual().start(() -> {
                    try (connection) {
                        manner.answer(connection);
                    } catch (IOException gone) {
                        // Whoever asked has given up.
                    }
                });
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** Reads all of a stream, then says this. */
    static Manner saying(String answer) {
        return connection -> {
            readAll(connection);
            say(connection, answer);
        };
    }

    /** Reads the command and so many chunks, says this, and hangs up, as clamd does when a stream is too long. */
    static Manner sayingInTheMiddle(String answer) {
        return connection -> {
            DataInputStream in = new DataInputStream(connection.getInputStream());
            in.readNBytes("zINSTREAM\0".length());
            in.readNBytes(in.readInt());
            say(connection, answer);
        };
    }

    static void readAll(Socket connection) throws IOException {
        DataInputStream in = new DataInputStream(connection.getInputStream());
        in.readNBytes("zINSTREAM\0".length());
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            in.readNBytes(length);
        }
    }

    static void say(Socket connection, String answer) throws IOException {
        connection.getOutputStream().write((answer + '\0').getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().flush();
    }

    ScannerSettings settings(Duration timeout) {
        return new ScannerSettings("127.0.0.1", server.getLocalPort(), timeout, DataSize.ofMegabytes(25));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
