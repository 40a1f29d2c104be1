package app.carddesk.evidence;

import app.carddesk.evidence.store.StoreUnavailableException;
import app.carddesk.evidence.store.UnreadableContentException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
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

    private static final String PAGE = "/evidence/{id}/{page:[0-9]{1,4}}/";
    private static final ContentDisposition INLINE =
            ContentDisposition.inline().filename("proof.jpg").build();

    private final Proofs proofs;

    PictureController(Proofs proofs) {
        this.proofs = proofs;
    }

    @GetMapping(PAGE + "{size}")
    ResponseEntity<byte[]> picture(@PathVariable String id, @PathVariable int page, @PathVariable String size) {
        return answered(() -> find(
                        id,
                        proof -> Arrays.stream(PictureSize.values())
                                .filter(known -> known.path().equals(size))
                                .findFirst()
                                .flatMap(known -> proofs.picture(proof, page, known)))
                .map(picture -> answer(picture, INLINE)));
    }

    /** The file as it was given: never shown by us, only handed out to be saved. */
    @GetMapping("/evidence/{id}/original")
    ResponseEntity<byte[]> original(@PathVariable String id) {
        return answered(() -> find(id, proofs::original).map(PictureController::attachment));
    }

    /** To be kept outside. That is told and recorded; asking only whether there is something is not. */
    @GetMapping(PAGE + "download")
    ResponseEntity<byte[]> download(@PathVariable String id, @PathVariable int page, HttpMethod method) {
        return answered(() -> find(
                        id,
                        proof -> method.equals(HttpMethod.GET)
                                ? proofs.download(proof, page)
                                : proofs.downloadable(proof, page))
                .map(file -> answer(
                        file.content(),
                        ContentDisposition.attachment()
                                .filename(file.fileName())
                                .build())));
    }

    private static ResponseEntity<byte[]> answered(Supplier<Optional<ResponseEntity<byte[]>>> looked) {
        try {
            return looked.get().orElseGet(() -> without(HttpStatus.NOT_FOUND));
        } catch (UnreadableContentException damaged) {
            return without(HttpStatus.INTERNAL_SERVER_ERROR);
        } catch (StoreUnavailableException unavailable) {
            return without(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private static <T> Optional<T> find(String id, Function<UUID, Optional<T>> among) {
        try {
            return among.apply(UUID.fromString(id));
        } catch (IllegalArgumentException | AccessDeniedException noSuchThing) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<byte[]> answer(byte[] picture, ContentDisposition disposition) {
        return ResponseEntity.ok()
                .headers(headers -> {
                    closed(headers);
                    headers.setContentType(MediaType.IMAGE_JPEG);
                    headers.setContentDisposition(disposition);
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
