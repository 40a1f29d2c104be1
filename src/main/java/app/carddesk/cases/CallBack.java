package app.carddesk.cases;

import java.time.Instant;
import java.util.UUID;

/** When the customer of a case is called back, and by whom. */
public record CallBack(Instant at, UUID by) {}
