package app.carddesk.shared;

/** A place where a customer tried to use a card. */
public enum Place {
    APP_STORE,
    ITUNES_STORE,
    BOOKS,
    APPLE_MUSIC,
    TV_APP,
    ONLINE_STORE,
    STORE_APP,
    PHONE,
    RETAIL_STORE
}
