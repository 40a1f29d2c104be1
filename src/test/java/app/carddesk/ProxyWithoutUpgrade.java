package app.carddesk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy as most are before somebody sets them up for websockets: it passes on everything but the wish for another protocol. */
final class ProxyWithoutUpgrade implements AutoCloseable {

    private final ServerSocket server;
    private final int target;
    private final AtomicInteger upgrades = new AtomicInteger();

    ProxyWithoutUpgrade(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String url(String path) {
        return "http://localhost:" + server.getLocalPort() + path;
    }

    /** How many wishes for another protocol were not passed on. */
    int upgrades() {
        return upgrades.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> pass(client));
            } catch (IOException e) {
                // Closed.
                return;
            }
        }
    }

    /** One request a connection, which is what "Connection: close" asks for. */
    private void pass(Socket client) {
        try (client;
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target)) {
            OutputStream out = upstream.getOutputStream();
            out.write(head(client.getInputStream()));
            out.flush();
            Thread.ofVirtual().start(() -> pump(client, upstream));
            upstream.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // One side went away, as browsers do.
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // The other side is done.
        }
    }

    private byte[] head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("No request");
            }
            head.append((char) next);
        }
        StringBuilder passed = new StringBuilder();
        for (String line : head.toString().split("\r\n")) {
            String lower = line.toLowerCase(java.util.Locale.ROOT);
            if (lower.startsWith("upgrade:")) {
                upgrades.incrementAndGet();
            } else if (!lower.startsWith("connection:")) {
                passed.append(line).append("\r\n");
            }
        }
        return passed.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
