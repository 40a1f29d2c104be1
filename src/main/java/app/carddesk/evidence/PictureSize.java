package app.carddesk.evidence;

import java.util.UUID;

/** The two copies that are kept of a picture. */
public enum PictureSize {
    /** As large as it is kept. */
    FULL("full"),
    THUMBNAIL("thumb");

    private final String path;

    PictureSize(String path) {
        this.path = path;
    }

    /** How this size is called in addresses and in the store. */
    public String path() {
        return path;
    }

    /** Where the store keeps this size of a proof; by the random end of its id, so that folders fill evenly. */
    String key(UUID proof) {
        String id = proof.toString();
        return id.substring(32, 34) + "/" + id.substring(34, 36) + "/" + id + "-" + path + ".jpg";
    }
}
