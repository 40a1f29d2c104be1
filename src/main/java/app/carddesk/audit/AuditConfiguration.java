package app.carddesk.audit;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the heads be anchored by the clock. */
@Configuration
@EnableScheduling
class AuditConfiguration {}
