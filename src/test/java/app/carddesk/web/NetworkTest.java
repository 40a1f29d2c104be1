package app.carddesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.startup.CannotStartException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Addresses, networks and whom a request comes from. */
class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "10.0.0.2, 10.0.0.2, true",
        "10.0.0.2, 10.0.0.3, false",
        "10.0.0.128/25, 10.0.0.127, false",
        "10.0.0.128/25, 10.0.0.200, true",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "2001:db8::/32, 32.1.13.184, false",
        "::1, ::1, true"
    })
    void a_network_holds_the_addresses_that_begin_alike(String network, String address, boolean held) {
        assertThat(Network.parse(network).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy",
                "proxy.example.com",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "::1/129",
                "10.0.0.1 or anything",
                ".*"
            })
    void what_is_no_network_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Network.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.com", "10.0.0.0/99", "0.0.0.0/0", "::/0"})
    void a_configuration_that_names_no_proxy_or_everybody_does_not_start(String proxy) {
        assertThatThrownBy(() -> settings(List.of("10.0.0.2", proxy), List.of()))
                .isInstanceOfSatisfying(CannotStartException.class, refused -> {
                    assertThat(refused.what()).contains("carddesk.proxies", proxy);
                    assertThat(refused.action()).isNotBlank();
                });
    }

    @Test
    void a_host_with_a_scheme_does_not_start() {
        assertThatThrownBy(() -> settings(List.of(), List.of("https://desk.example.com")))
                .isInstanceOf(CannotStartException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7, 203.0.113.7",
        "203.0.113.7, 10.0.0.2, 203.0.113.7 via 10.0.0.2",
        "203.0.113.7:4711, 10.0.0.2, 203.0.113.7 via 10.0.0.2",
        "[2001:db8::1]:4711, 10.0.0.2, 2001:db8:0:0:0:0:0:1 via 10.0.0.2",
        "unknown, 10.0.0.2, 10.0.0.2",
        "host.example.com, 10.0.0.2, 10.0.0.2"
    })
    void a_trace_names_client_and_proxy_and_repeats_nothing_else(String remote, String peer, String trace) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(remote);
        request.setAttribute(ClientAddress.PEER, peer);

        assertThat(ClientAddress.traceOf(request)).isEqualTo(trace);
    }

    @Test
    void one_household_is_counted_once() {
        assertThat(ClientAddress.networkOf("2001:db8:0:1:ffff::1"))
                .isEqualTo(ClientAddress.networkOf("2001:db8:0:1::2"))
                .isNotEqualTo(ClientAddress.networkOf("2001:db8:0:2::1"));
        assertThat(ClientAddress.networkOf("192.0.2.1")).isNotEqualTo(ClientAddress.networkOf("192.0.2.2"));
        assertThat(ClientAddress.networkOf("::ffff:192.0.2.1")).isEqualTo(ClientAddress.networkOf("192.0.2.1"));
    }

    static WebSettings settings(List<String> proxies, List<String> hosts) {
        return new WebSettings(
                proxies,
                hosts,
                1000,
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                4096,
                50,
                1000,
                Duration.ofSeconds(150));
    }
}
