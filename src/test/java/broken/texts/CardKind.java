package broken.texts;

public enum CardKind {
    APPLE_MUSIC,
    FORGOTTEN
}
