package app.carddesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;

/** Where a sign-in that did not work leads. */
class SignInFailureTest {

    @Test
    void a_database_that_does_not_answer_is_not_the_passwords_fault() throws Exception {
        assertThat(ledTo(new AuthenticationServiceException("People cannot be looked up")))
                .isEqualTo("/login?unavailable");
        assertThat(ledTo(new BadCredentialsException("wrong"))).isEqualTo("/login?error");
    }

    private static String ledTo(AuthenticationException failed) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new SignInFailure().onAuthenticationFailure(new MockHttpServletRequest("POST", "/login"), response, failed);
        return response.getRedirectedUrl();
    }
}
