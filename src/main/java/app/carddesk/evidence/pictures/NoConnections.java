package app.carddesk.evidence.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** Keeps a process that reads what nobody trusts from connecting anywhere. */
final class NoConnections {

    private NoConnections() {}

    /** For good, and for everything in this process. */
    static void install() throws IOException {
        ProxySelector.setDefault(new Nowhere());
        Socket.setSocketImplFactory(() -> {
            throw new UncheckedIOException(new IOException("No connections"));
        });
    }

    private static final class Nowhere extends ProxySelector {

        @Override
        public List<Proxy> select(URI uri) {
            throw new IllegalArgumentException("No connections");
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            throw new IllegalArgumentException("No connections");
        }
    }
}
