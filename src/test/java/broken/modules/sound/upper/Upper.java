package broken.modules.sound.upper;

import broken.modules.sound.lower.Lower;

class Upper {

    Lower lower;
}
