package app.carddesk.evidence;

import app.carddesk.evidence.store.StoreUnavailableException;
import app.carddesk.evidence.store.UnreadableContentException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves pictures, each time anew to whoever may see them at that moment. What does not exist and what must not be seen
 * are answered alike; what is there and cannot be read is an error of ours, which the page tells in words.
 */
@RestController
class PictureController {

    private final Proofs proofs;

    PictureController(Proofs proofs) {
        this.proofs = proofs;
    }

    @GetMapping("/evidence/{id}/{page:[0-9]{1,4}}/{size}")
    ResponseEntity<byte[]> picture(@PathVariable String id, @PathVariable int page, @PathVariable String size) {
        try {
            return find(id, page, size).map(PictureController::answer).orElseGet(() -> without(HttpStatus.NOT_FOUND));
        } catch (UnreadableContentException damaged) {
            return without(HttpStatus.INTERNAL_SERVER_ERROR);
        } catch (StoreUnavailableException unavailable) {
            return without(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    /** The file as it was given: never shown by us, only handed out to be saved. */
    @GetMapping("/evidence/{id}/original")
    ResponseEntity<byte[]> original(@PathVariable String id) {
        try {
            return proofs.original(UUID.fromString(id))
                    .map(PictureController::attachment)
                    .orElseGet(() -> without(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException | AccessDeniedException noSuchThing) {
            return without(HttpStatus.NOT_FOUND);
        } catch (UnreadableContentException damaged) {
            return without(HttpStatus.INTERNAL_SERVER_ERROR);
        } catch (StoreUnavailableException unavailable) {
            return without(HttpStatus.SERVICE_UNAVAILABLE);
        }
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

    private static ResponseEntity<byte[]> attachment(Original original) {
        return ResponseEntity.ok()
                .headers(headers -> {
                    closed(headers);
                    headers.setContentType(MediaType.APPLICATION_OCTET_STREAM);
                    headers.setContentDisposition(ContentDisposition.attachment()
                            .filename(original.fileName(), StandardCharsets.UTF_8)
                            .build());
                })
                .body(original.content());
    }

    private static ResponseEntity<byte[]> without(HttpStatus status) {
        return ResponseEntity.status(status).headers(PictureController::closed).build();
    }

    private static void closed(HttpHeaders headers) {
        headers.setCacheControl("no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
    }
}
