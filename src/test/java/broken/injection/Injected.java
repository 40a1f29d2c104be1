package broken.injection;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;

class Injected {

    @Autowired
    Clock clock;
}
