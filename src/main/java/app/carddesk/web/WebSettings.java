package app.carddesk.web;

import app.carddesk.startup.CannotStartException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who stands between Carddesk and its visitors, and what one of them may take up.
 *
 * @param proxies the addresses and networks (CIDR) of proxies that are believed about whom a request comes from
 * @param hosts names, besides that of the public address, by which Carddesk may be asked for
 * @param connectionsPerAddress how many connections one address may hold; this machine and the proxies are not counted
 * @param headerTime how long a visitor may take to send the head of a request
 * @param bodyGrace how long a body may take whatever its size, and the longest silence in any
 * @param bodyRate the bytes a second that a body has to bring after that
 * @param strangersPerAddress how many windows without an account are kept for one address
 * @param strangers how many are kept altogether
 * @param strangerTime how long such a window is kept while nothing happens in it
 */
@ConfigurationProperties("carddesk")
record WebSettings(
        @DefaultValue List<String> proxies,
        @DefaultValue List<String> hosts,
        @DefaultValue("1000") int connectionsPerAddress,
        @DefaultValue("20s") Duration headerTime,
        @DefaultValue("30s") Duration bodyGrace,
        @DefaultValue("4096") int bodyRate,
        @DefaultValue("50") int strangersPerAddress,
        @DefaultValue("1000") int strangers,
        @DefaultValue("150s") Duration strangerTime) {

    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+]");

    /** @throws CannotStartException if what is named is no address, no network or no host */
    WebSettings {
        proxies = proxies.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        hosts = hosts.stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .toList();
        for (String proxy : proxies) {
            Network network;
            try {
                network = Network.parse(proxy);
            } catch (IllegalArgumentException e) {
                throw new CannotStartException(
                        "carddesk.proxies names \"" + proxy + "\", which is neither an address nor a network.",
                        "Name the proxy by its address, such as 10.0.0.2, or by a network, such as 10.0.0.0/24; several"
                                + " with commas between them.");
            }
            if (network.bits() == 0) {
                throw new CannotStartException(
                        "carddesk.proxies names \"" + proxy + "\", so that anybody could say where they come from.",
                        "Name the addresses of your own proxies only.");
            }
        }
        for (String host : hosts) {
            if (!HOST.matcher(host).matches()) {
                throw new CannotStartException(
                        "carddesk.hosts names \"" + host + "\", which is no name of a host.",
                        "Name hosts without scheme and port, such as desk.example.com; several with commas between"
                                + " them.");
            }
        }
    }

    boolean isProxy(InetAddress address) {
        return proxies.stream().map(Network::parse).anyMatch(network -> network.contains(address));
    }
}
