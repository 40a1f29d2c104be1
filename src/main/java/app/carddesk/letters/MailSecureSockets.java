package app.carddesk.letters;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/** Encrypts as the administrator says, on a connection that is watched. */
final class MailSecureSockets extends SSLSocketFactory {

    private final SSLSocketFactory said;
    private final MailSockets watch;

    MailSecureSockets(SSLSocketFactory said, MailSockets watch) {
        this.said = said;
        this.watch = watch;
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean close) throws IOException {
        watch.watch(plain);
        return said.createSocket(plain, host, port, close);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return said.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return said.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return said.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return said.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return said.createSocket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return said.createSocket(host, port, local, localPort);
    }
}
