package app.carddesk.access;

import app.carddesk.access.LiveSessions.Left;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a window asks about its sign-in, and how it tells that its person did something. Only this counts as an act: what
 * a page asks by itself (heartbeats, pushes, loading it again) keeps nobody signed in.
 */
@RestController
@RequestMapping("/session")
class SessionController {

    /** No form and no page of another origin can send it. */
    static final String OURS = "X-Carddesk-Act";

    private final LiveSessions sessions;

    SessionController(LiveSessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    ResponseEntity<Left> left(HttpServletRequest request) {
        LiveSession session = sessions.find(request.getSession(false));
        return answer(session == null ? Left.NOTHING : sessions.left(session));
    }

    @PostMapping(path = "/act", headers = OURS)
    ResponseEntity<Left> act(HttpServletRequest request) {
        LiveSession session = sessions.find(request.getSession(false));
        if (session == null) {
            return answer(Left.NOTHING);
        }
        sessions.act(session);
        return answer(sessions.left(session));
    }

    private static ResponseEntity<Left> answer(Left left) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(left);
    }
}
