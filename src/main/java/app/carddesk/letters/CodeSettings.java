package app.carddesk.letters;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How redemption codes are mailed, by configuration under {@code carddesk.codes}.
 *
 * @param mostLetters how many letters with one code go out to the address that was decided on; each further one takes a
 *     second person
 */
@ConfigurationProperties("carddesk.codes")
record CodeSettings(@DefaultValue("3") int mostLetters) {}
