package broken.codes.reports;

import broken.codes.cards.release.CodeRelease;

class CodeReport {

    CodeRelease codes;
}
