package app.carddesk.evidence;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves pictures, each time anew to whoever may see them at that moment. What does not exist and what must not be seen
 * are answered alike.
 */
@RestController
class PictureController {

    private final Proofs proofs;

    PictureController(Proofs proofs) {
        this.proofs = proofs;
    }

    @GetMapping("/evidence/{id}/{page:[0-9]{1,4}}/{size}")
    ResponseEntity<byte[]> picture(@PathVariable String id, @PathVariable int page, @PathVariable String size) {
        return find(id, page, size).map(PictureController::answer).orElseGet(PictureController::notFound);
    }

    private Optional<byte[]> find(String id, int page, String size) {
        try {
            UUID proof = UUID.fromString(id);
            return Arrays.stream(PictureSize.values())
                    .filter(known -> known.path().equals(size))
                    .findFirst()
                    .flatMap(known -> proofs.picture(proof, page, known));
        } catch (IllegalArgumentException | AccessDeniedException noSuchThing) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<byte[]> answer(byte[] picture) {
        return ResponseEntity.ok()
                .headers(headers -> {
                    closed(headers);
                    headers.setContentType(MediaType.IMAGE_JPEG);
                    headers.setContentDisposition(
                            ContentDisposition.inline().filename("proof.jpg").build());
                })
                .body(picture);
    }

    private static ResponseEntity<byte[]> notFound() {
        return ResponseEntity.notFound().headers(PictureController::closed).build();
    }

    private static void closed(HttpHeaders headers) {
        headers.setCacheControl("no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
    }
}
