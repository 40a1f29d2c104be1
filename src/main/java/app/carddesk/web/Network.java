package app.carddesk.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses that share their first bits with one address.
 *
 * @param first the address whose bits count
 * @param bits how many of them count
 */
record Network(InetAddress first, int bits) {

    /** Nothing that could be the name of a host, which would have to be looked up. */
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** What one household or office gets of IPv6. */
    private static final int HOUSEHOLD = 64;

    private static final int BYTE = 8;

    /**
     * Reads an address such as {@code 10.0.0.2}, or a network in CIDR notation such as {@code 10.0.0.0/8}.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress first = address(slash < 0 ? text : text.substring(0, slash))
                .orElseThrow(() -> new IllegalArgumentException(text + " is no address"));
        int all = first.getAddress().length * BYTE;
        if (slash < 0) {
            return new Network(first, all);
        }
        String length = text.substring(slash + 1);
        if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > all) {
            throw new IllegalArgumentException(text + " is no network");
        }
        return new Network(first, Integer.parseInt(length));
    }

    /** The address that a literal of either kind spells, also with a port or in brackets; empty for anything else. */
    static Optional<InetAddress> address(String text) {
        String bare = text.strip();
        if (bare.startsWith("[")) {
            int end = bare.indexOf(']');
            bare = end < 0 ? "" : bare.substring(1, end);
        } else if (bare.indexOf('.') > 0 && bare.indexOf(':') > bare.lastIndexOf('.')) {
            bare = bare.substring(0, bare.indexOf(':'));
        }
        if (!LITERAL.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What is counted together: an IPv4 address, or the /64 an IPv6 address is in. */
    static Network counted(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return new Network(address, address.getAddress().length * BYTE);
        }
        byte[] bytes = new byte[address.getAddress().length];
        System.arraycopy(address.getAddress(), 0, bytes, 0, HOUSEHOLD / BYTE);
        try {
            return new Network(InetAddress.getByAddress(bytes), HOUSEHOLD);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Sixteen bytes are an address", e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] ours = first.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % BYTE;
            if ((ours[bit / BYTE] & mask) != (theirs[bit / BYTE] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** In CIDR notation. */
    @Override
    public String toString() {
        return first.getHostAddress() + "/" + bits;
    }
}
