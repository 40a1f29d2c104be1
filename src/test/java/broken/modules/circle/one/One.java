package broken.modules.circle.one;

import broken.modules.circle.two.Two;

public class One {

    Two two;
}
