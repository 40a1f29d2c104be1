package app.carddesk.cases;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far what is told about a case may be from what the register knows before it counts as a contradiction.
 *
 * @param purchaseLeewayDays how many days the purchase may lie before or after the activation; cards are now and then
 *     activated some days after they were paid for, or bought in advance
 */
@ConfigurationProperties("carddesk.contradictions")
public record ContradictionSettings(@DefaultValue("3") int purchaseLeewayDays) {

    public ContradictionSettings {
        if (purchaseLeewayDays < 0) {
            throw new IllegalArgumentException("carddesk.contradictions.purchase-leeway-days must not be negative");
        }
    }
}
