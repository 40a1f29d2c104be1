package broken.style;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class Untidy {

    @Test
    @Order(1)
    void isNamedInTheOtherStyle() throws InterruptedException {
        Thread.sleep(late);
    }

    private final int late = 1;
}
