package app.carddesk.letters;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves, by configuration under {@code carddesk.mail}; the server itself is {@code spring.mail}.
 *
 * @param from whom mail comes from
 */
@ConfigurationProperties("carddesk.mail")
record MailSettings(@DefaultValue("carddesk@localhost") String from) {}
