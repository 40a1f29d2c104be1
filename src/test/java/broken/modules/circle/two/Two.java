package broken.modules.circle.two;

import broken.modules.circle.one.One;

public class Two {

    One one;
}
