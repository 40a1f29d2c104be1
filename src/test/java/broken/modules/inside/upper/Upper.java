package broken.modules.inside.upper;

import broken.modules.inside.lower.detail.Hidden;

class Upper {

    Hidden hidden;
}
