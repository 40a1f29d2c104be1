package broken.frame.cards;

import broken.frame.shell.Frame;

class FramedCard {

    Frame frame;
}
