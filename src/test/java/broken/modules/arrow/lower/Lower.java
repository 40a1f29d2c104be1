package broken.modules.arrow.lower;

import broken.modules.arrow.upper.Upper;

class Lower {

    Upper upper;
}
