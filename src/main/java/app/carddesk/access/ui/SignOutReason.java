package app.carddesk.access.ui;

/** Why a sign-in ended, as far as a window knows. */
enum SignOutReason {
    /** Nothing was done for too long. */
    IDLE,
    /** It had lasted too long. */
    LONGEST,
    /** Signed out elsewhere, or changed by an administrator, or found to be over. */
    OTHER
}
