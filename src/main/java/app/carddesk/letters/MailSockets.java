package app.carddesk.letters;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The socket of one connection to the mail server, with limits of its own: for each answer, as the session says, for all
 * of them together, and for the answer to a whole mail, which a server may take ten minutes for (RFC 5321, 4.5.3.2.6).
 * Whoever gives up earlier has the mail delivered and sends it again.
 */
final class MailSockets extends SocketFactory {

    /** Until all of a mail is there. */
    static final Duration UNTIL_END = Duration.ofMinutes(5);

    /** After the end of a mail. */
    static final Duration AFTER_END = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(MailSockets.class);
    private static final Duration MARGIN = Duration.ofSeconds(10);
    private static final ScheduledThreadPoolExecutor WATCH = watcher();

    private final @Nullable Proxy proxy;
    private volatile @Nullable Socket open;
    private volatile @Nullable Future<?> limit;

    /** @param proxy the one for SOCKS; null for none */
    MailSockets(@Nullable InetSocketAddress proxy) {
        this.proxy = proxy == null ? null : new Proxy(Proxy.Type.SOCKS, proxy);
    }

    private static ScheduledThreadPoolExecutor watcher() {
        ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("mail-limit").daemon().factory());
        watch.setRemoveOnCancelPolicy(true);
        watch.setKeepAliveTime(1, TimeUnit.MINUTES);
        watch.allowCoreThreadTimeOut(true);
        return watch;
    }

    @Override
    public Socket createSocket() {
        Socket socket = proxy == null ? new Socket() : new Socket(proxy);
        watch(socket);
        return socket;
    }

    /** Holds a socket that was opened elsewhere to the same limits. */
    void watch(Socket socket) {
        open = socket;
        within(UNTIL_END);
    }

    /** All of a mail is sent, but the dot that ends it. */
    void awaitEnd() throws SocketException {
        Socket socket = open;
        if (socket != null) {
            socket.setSoTimeout(Math.toIntExact(AFTER_END.toMillis()));
            within(AFTER_END.plus(MARGIN));
        }
    }

    /** The connection is closed. */
    void done() {
        Future<?> running = limit;
        if (running != null) {
            running.cancel(false);
        }
    }

    private void within(Duration most) {
        done();
        limit = WATCH.schedule(this::cut, most.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void cut() {
        Socket socket = open;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException broken) {
                LOG.debug("A connection to the mail server that took too long could not be closed", broken);
            }
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private Socket connected(InetSocketAddress to) throws IOException {
        Socket socket = createSocket();
        socket.connect(to);
        return socket;
    }
}
