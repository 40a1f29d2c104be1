package app.carddesk.cases;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far what is told about a case may be from what the register knows before it counts as a contradiction.
 *
 * @param purchaseLeewayDays how many days the purchase may lie before or after the activation; cards are now and then
 *     activated some days after they were paid for, or bought in advance
 * @param rewrittenContactDays for how many days another e-mail or phone of a customer is a reason to look twice; 0 if it
 *     never is
 */
@ConfigurationProperties("carddesk.contradictions")
public record ContradictionSettings(
        @DefaultValue("3") int purchaseLeewayDays,
        @DefaultValue("30") int rewrittenContactDays) {

    public ContradictionSettings {
        if (purchaseLeewayDays < 0 || rewrittenContactDays < 0) {
            throw new IllegalArgumentException("carddesk.contradictions: numbers of days must not be negative");
        }
    }
}
