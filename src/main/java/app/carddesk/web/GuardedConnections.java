package app.carddesk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.juli.logging.Log;
import org.apache.juli.logging.LogFactory;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 that nobody can hold up: the head of a request and its body come in good time or the connection ends, and one
 * address holds so many connections and no more. Every answer begins with {@link BaseHeaders}.
 */
public class GuardedConnections extends Http11NioProtocol {

    private static final Log LOG = LogFactory.getLog(GuardedConnections.class);

    /** What is left of a body that nobody wanted is read up to here, so that the answer arrives. */
    private static final long LEFT_OVER = 2 * 1024 * 1024;

    private final Endpoint endpoint;
    private @Nullable WebSettings settings;

    /** Made by Tomcat, by its name. */
    public GuardedConnections() {
        this(new Endpoint());
    }

    private GuardedConnections(Endpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    void setSettings(WebSettings settings) {
        this.settings = settings;
        endpoint.settings = settings;
    }

    @Override
    protected Processor createProcessor() {
        return new Guarded(this, new Headed(getAdapter()), Objects.requireNonNull(settings));
    }

    /** Closes connections of an address that holds as many as it may. */
    private static class Endpoint extends NioEndpoint {

        private volatile @Nullable WebSettings settings;

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            WebSettings known = settings;
            if (known != null && connections.size() >= known.connectionsPerAddress() && holdsTooMany(socket, known)) {
                destroySocket(socket);
                return false;
            }
            return super.setSocketOptions(socket);
        }

        private boolean holdsTooMany(SocketChannel socket, WebSettings settings) {
            @Nullable InetAddress address = address(socket);
            if (address == null || address.isLoopbackAddress() || settings.isProxy(address)) {
                return false;
            }
            Network network = Network.counted(address);
            return connections.keySet().stream()
                            .map(Endpoint::address)
                            .filter(other -> other != null && network.contains(other))
                            .limit(settings.connectionsPerAddress())
                            .count()
                    >= settings.connectionsPerAddress();
        }

        private static @Nullable InetAddress address(SocketChannel socket) {
            try {
                return socket.getRemoteAddress() instanceof InetSocketAddress remote ? remote.getAddress() : null;
            } catch (IOException e) {
                // Closed meanwhile.
                return null;
            }
        }
    }

    /** Ends a connection that does not get on with the head of its request, and reads bodies against a clock. */
    private static class Guarded extends Http11Processor {

        private final long patience;
        private long begun;

        Guarded(AbstractHttp11Protocol<?> protocol, Adapter adapter, WebSettings settings) {
            super(protocol, adapter);
            patience = settings.headerTime().toNanos();
            request.setInputBuffer(new Timed(request.getInputBuffer(), settings));
        }

        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            long now = System.nanoTime();
            if (begun == 0) {
                begun = now;
            } else if (now - begun > patience) {
                begun = 0;
                return SocketState.CLOSED;
            }
            SocketState state = super.service(socket);
            if (state != SocketState.LONG || isAsync()) {
                begun = 0;
            }
            return state;
        }
    }

    /** A body that has to come in at some rate. */
    private static class Timed implements InputBuffer {

        private final InputBuffer body;
        private final WebSettings settings;
        private long begun;
        private long read;

        Timed(InputBuffer body, WebSettings settings) {
            this.body = body;
            this.settings = settings;
        }

        void restart() {
            begun = 0;
            read = 0;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            long now = System.nanoTime();
            if (begun == 0) {
                begun = now;
            }
            long allowed = settings.bodyGrace().toNanos() + TimeUnit.SECONDS.toNanos(1) * read / settings.bodyRate();
            if (now - begun > allowed) {
                throw new SocketTimeoutException("The body of a request took too long");
            }
            int count = body.doRead(handler);
            read += Math.max(count, 0);
            return count;
        }

        @Override
        public int available() {
            return body.available();
        }
    }

    /** Takes what is read and does nothing with it. */
    private static class Discarding implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // The buffer is the connection's own.
        }
    }

    /** Begins every answer with the headers it carries unless a page of ours writes its own. */
    private record Headed(Adapter adapter) implements Adapter {

        @Override
        public void service(Request request, Response response) throws Exception {
            if (request.getInputBuffer() instanceof Timed timed) {
                timed.restart();
            }
            BaseHeaders.ALL.forEach(response::setHeader);
            adapter.service(request, response);
            drain(request, response);
        }

        /** Tomcat itself would read what is left without a clock. */
        private static void drain(Request request, Response response) throws IOException {
            if (is(request, ActionCode.IS_ERROR)
                    || is(request, ActionCode.ASYNC_IS_ASYNC)
                    || !response.isCommitted()
                    || response.getStatus() == HttpServletResponse.SC_SWITCHING_PROTOCOLS
                    || request.hasExpectation()
                    || (request.getHeader("Content-Length") == null
                            && request.getHeader("Transfer-Encoding") == null)) {
                return;
            }
            Discarding nothing = new Discarding();
            long left = LEFT_OVER;
            int count = 0;
            try {
                while (left > 0 && count >= 0) {
                    count = request.doRead(nothing);
                    left -= Math.max(count, 0);
                }
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                // Tomcat closes what cannot be read on.
                LOG.debug("The rest of a request cannot be read", e);
            }
        }

        private static boolean is(Request request, ActionCode question) {
            AtomicBoolean answer = new AtomicBoolean();
            request.action(question, answer);
            return answer.get();
        }

        @Override
        public boolean prepare(Request request, Response response) throws Exception {
            return adapter.prepare(request, response);
        }

        @Override
        public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
            return adapter.asyncDispatch(request, response, status);
        }

        @Override
        public void log(Request request, Response response, long time) {
            adapter.log(request, response, time);
        }

        @Override
        public void checkRecycled(Request request, Response response) {
            adapter.checkRecycled(request, response);
        }

        @Override
        public String getDomain() {
            return adapter.getDomain();
        }
    }
}
