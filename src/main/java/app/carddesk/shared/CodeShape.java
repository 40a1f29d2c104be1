package app.carddesk.shared;

import java.util.Set;

/**
 * Judges whether sixteen characters that begin with X are a redemption code or part of what people write.
 *
 * <p>A code is a random mixture of letters and digits, whereas sentences are made of words and numbers. So what speaks for
 * a code are groups in which letters and digits <em>mix</em> and how often they <em>turn</em> from one to the other,
 * groups of letters that nobody can pronounce, and groups of one length; what speaks against it are words, numbers, the
 * prefix of a serial, and a sixteenth character in the middle of a word. Standing alone in one piece everything is a code
 * but a pronounceable word. The thresholds were found by writing random codes in many groupings, and by putting words with
 * an X in front of every word of the guides, messages and letters: of random codes in groups of four one in five hundred
 * passes, those that read like words and numbers; of the texts hardly any is stopped.
 *
 * <p>frontend/code-guard.js judges in the same way.
 */
final class CodeShape {

    /** How many characters a redemption code has. */
    static final int LENGTH = 16;

    /** What is longer than this is no serial, whatever it begins with. */
    private static final int LONGEST_SERIAL = 20;

    /** Fewer different characters than this are a filler or a masked number ({@code XXXX XXXX XXXX 1234}). */
    static final int FEWEST_DIFFERENT = 6;

    /** How many characters must be read of a code in which others could not be. */
    private static final int FEWEST_READ = LENGTH - 3;

    /** How many of them must stand in groups that are neither words nor numbers. */
    private static final int FEWEST_STRANGE = 6;

    /** How often letters and digits change places at least in half a code, which no article's name does by chance. */
    private static final int FEWEST_TURNS = 3;

    /** Letters without a vowel that everybody writes. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "BLVD", "DHL", "DKK", "DVD", "FHD", "GMBH", "HDD", "HDMI", "HDTV", "HTML", "HTTP", "HTTPS", "HVV", "IMEI",
            "JPG", "KJP", "KL", "KR", "MHZ", "MMS", "MND", "MSG", "MVH", "NFC", "NKR", "NOK", "NR", "NTH", "PCS", "PDF",
            "PLS", "PNG", "PST", "QHD", "SKR", "SMS", "SMTP", "SSD", "SSL", "STK", "STR", "TCP", "THX", "TLF", "TLS",
            "TRK", "TXT", "UHD", "URL", "USBC", "UUID", "VHS", "VPN", "WQHD", "WWW", "XML", "XXL", "XXS", "XXXL");

    /** Which letters follow A, B, C … in words of English, Swedish, Norwegian and Danish. Source: the shipped guides. */
    private static final String[] FOLLOWERS = {
        "ABCDEFGHIJKLMNOPRSTUVWXYZ",
        "ABEIJLNORSTUY",
        "ACEHIKLORTUY",
        "ABDEFGHIJKLMNOPRSTUVY",
        "ABCDEFGHIJKLMNOPQRSTUVWXY",
        "ABEFGIJLORSTUVY",
        "ADEFGHIJLNORSTUVY",
        "AEIJMORTUVY",
        "ABCDEFGHKLMNOPRSTUVWXZ",
        "ADELNOSU",
        "AEFGIJKLNOPRSTUVY",
        "ABDEFGHIJKLMNOPSTUVY",
        "ABDEFGHIKLMNOPRSTUVY",
        "ABCDEFGHIJKLMNOPRSTUVWY",
        "ABCDEFGHIJKLMNOPRSTUVWXYZ",
        "ABDEFGHIKLNOPRSTUY",
        "U",
        "ABCDEFGHIJKLMNORSTUVWY",
        "ABCDEFGHIJKLMNOPRSTUVWYZ",
        "ABCEFGHIJKLMNOPRSTUVWY",
        "ABCDEFGIKLMNOPRSTVXY",
        "ABDEFGILNORSTUVY",
        "AEHINORSY",
        "ACEIPTY",
        "ABCDEGIKLMNOPRSTVW",
        "AEIOUY"
    };

    private final CodeReading reading;

    CodeShape(CodeReading reading) {
        this.reading = reading;
    }

    /** What a group of characters is. */
    private enum Kind {
        /** Letters and digits. */
        MIXED,
        /** Letters that nobody can pronounce. */
        UNSPEAKABLE,
        WORD,
        /** A number with a unit, or a short word with a number, right behind it. */
        QUANTITY,
        NUMBER,
        SINGLE;

        private boolean isMixed() {
            return this == MIXED || this == QUANTITY;
        }
    }

    /** What is counted over the groups of a candidate. */
    private static final class Groups {

        private int number;
        private int mixed;
        private int unspeakable;
        private int singles;
        private int words;
        private int numbers;
        private int mixedGroups;
        private int quantities;
        private int escapes;
        private int digits;
        private int turns;
        private int sizeOfFirst;
        private boolean even = true;
        private boolean evenButFirst = true;
        /** Whether one of them is a serial or masked. */
        private boolean serial;

        private Kind first = Kind.SINGLE;
        private Kind last = Kind.SINGLE;
        private int sizeBefore;
        private int size;
        private boolean shorter;

        private void add(Kind kind, int size) {
            if (number == 0) {
                first = kind;
                sizeOfFirst = size;
            } else {
                // Groups of one length; only the first and the last may be shorter, and the last one longer by one.
                evenButFirst &= !shorter && (number == 1 || size <= sizeBefore + 1);
                shorter |= number > 1 && size != sizeBefore;
                even &= number > 1 || size == sizeBefore;
            }
            this.size = number == 1 ? size : this.size;
            sizeBefore = size;
            last = kind;
            number++;
            switch (kind) {
                case MIXED -> {
                    mixed += size;
                    mixedGroups++;
                }
                case UNSPEAKABLE -> unspeakable += size;
                case SINGLE -> singles++;
                case WORD -> words++;
                case QUANTITY -> {
                    mixed += size;
                    mixedGroups++;
                    quantities++;
                }
                case NUMBER -> numbers++;
            }
        }

        private boolean isRegular() {
            return evenButFirst && (number == 2 ? sizeBefore == sizeOfFirst : even || number > 3);
        }

        private int strange() {
            return mixed + unspeakable + (singles >= 4 ? singles : 0);
        }
    }

    /** Whether the sixteen characters from here on are a code. */
    boolean isCode(int start) {
        int last = start + LENGTH - 1;
        if (last >= reading.length() || !reading.near(start, last) || isFiller(start, last)) {
            return false;
        }
        return reading.joined(start, last) ? isOnePiece(start, last) : isGrouped(start, last);
    }

    private boolean isOnePiece(int start, int last) {
        int turns = turns(start + 1, last);
        if (reading.begins(start) && reading.ends(last)) {
            // Nobody writes an ordinary word in capitals that begins with X and has sixteen letters.
            return digits(start, last) > 0 || isInCapitals(start, last) || !isSpeakable(start, last);
        }
        return turns >= 2 && prefix(start + 1) != 3 && !isSerial(start, true) && !isToken(start, last);
    }

    private boolean isInCapitals(int from, int to) {
        for (int i = from; i <= to; i++) {
            if (reading.isSmall(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isGrouped(int start, int last) {
        return isGrouped(groups(start, last), start, last);
    }

    private boolean isGrouped(Groups groups, int start, int last) {
        boolean begins = reading.begins(start);
        boolean ends = reading.ends(last);
        // Three octets in a row, written as programmers do (\\x3C), are no code.
        if (groups.serial || groups.escapes >= 3 || isSerial(start, false)) {
            return false;
        }
        if (groups.singles >= LENGTH - 4) {
            return begins && ends && (groups.digits > 0 || groups.singles == LENGTH);
        }
        boolean strange = groups.strange() >= (groups.isRegular() ? 8 : 10) && groups.turns >= 2;
        if (!begins) {
            return strange && ends && (groups.sizeOfFirst > 1 || groups.mixed == LENGTH - 1);
        }
        if (!ends) {
            boolean strangeToTheEnd = groups.last.isMixed() || groups.last == Kind.UNSPEAKABLE;
            return strange && strangeToTheEnd && groups.turns >= 3 && groups.sizeOfFirst > 1 && groups.words <= 1;
        }
        if (groups.isRegular()) {
            boolean ordinary = groups.quantities == groups.mixedGroups
                    && groups.quantities <= 1
                    && groups.words >= 2
                    && groups.unspeakable == 0;
            boolean manyShort = groups.number >= 6
                    && groups.sizeOfFirst <= groups.size
                    && (groups.mixed >= 2
                            || (groups.size <= 2 && groups.numbers > 0 && groups.numbers < groups.number - 1));
            return manyShort || (groups.strange() >= 4 && !ordinary);
        }
        if (groups.sizeOfFirst == 1 && groups.words > 0) {
            return groups.strange() >= 13 && groups.turns >= 2;
        }
        if (groups.first == Kind.WORD && groups.words > 1) {
            return groups.mixed >= 7 && groups.turns >= 4;
        }
        return (groups.strange() >= 8 && groups.turns >= 2)
                || (groups.strange() >= 10 && groups.turns >= 1)
                || (groups.strange() >= 6 && groups.turns >= 3);
    }

    /**
     * How many characters of a code stand from here on, some of which its writer could not read and put marks for
     * ({@code XH7K?2RB9TJ4WN6D}); 0 if there is none. Every run of marks stands for one to three characters.
     */
    int partlyRead(int start) {
        if (!reading.begins(start)) {
            return 0;
        }
        int gaps = 0;
        int last = start;
        int longest = Math.min(start + LENGTH - 1, reading.length()) - 1;
        while (last < longest && reading.near(start, last + 1)) {
            last++;
            gaps += reading.unread(last) > 0 ? 1 : 0;
        }
        for (; gaps > 0 && last >= start + FEWEST_READ - 1; last--) {
            if (reading.ends(last) && isPartlyRead(start, last)) {
                return last - start + 1;
            }
            gaps -= reading.unread(last) > 0 ? 1 : 0;
        }
        return 0;
    }

    private boolean isPartlyRead(int start, int last) {
        if (isFiller(start, last) || groups(start, last).strange() < FEWEST_STRANGE) {
            return false;
        }
        Groups groups = new Groups();
        boolean serial = false;
        int at = start;
        while (at <= last) {
            int end = at;
            int unread = 0;
            while (end < last && !reading.apart(end + 1)) {
                end++;
                unread += reading.unread(end);
            }
            serial |= at > start && beginsSerial(at, end);
            groups.add(kind(at == start ? start + 1 : at, end, at), end - at + 1 + unread);
            groups.turns += turns(at == start ? start + 1 : at, end);
            groups.digits += digits(at, end);
            at = end + 1;
        }
        groups.serial = serial;
        return groups.number == 1 ? isMostOfOne(start, last) : isGrouped(groups, start, last);
    }

    /** Whether twelve to fifteen characters that stand alone are too strange for a word, a number or a name with one. */
    private boolean isMostOfOne(int start, int last) {
        if (digits(start, last) == 0) {
            return !isSpeakable(start, last);
        }
        if (turns(start + 1, last) >= 3) {
            return true;
        }
        int at = start + 1;
        while (at <= last) {
            int end = at;
            while (end < last && reading.isDigit(end + 1) == reading.isDigit(at)) {
                end++;
            }
            if (!reading.isDigit(at) && end - at >= 3 && !isSpeakable(at, end)) {
                return true;
            }
            at = end + 1;
        }
        return false;
    }

    private Groups groups(int start, int last) {
        Groups groups = new Groups();
        int at = start;
        while (at <= last) {
            int end = at;
            while (end < last && reading.joined(at, end + 1)) {
                end++;
            }
            groups.add(kind(at == start ? start + 1 : at, end, at), end - at + 1);
            groups.turns += turns(at == start ? start + 1 : at, end);
            groups.digits += digits(at, end);
            groups.serial |= (at > start && beginsSerial(at, end)) || isMasked(at, end);
            groups.escapes += end == at + 2 && reading.character(at) == 'X' ? 1 : 0;
            at = end + 1;
        }
        return groups;
    }

    /** Whether letters stand for digits that are not shown, as on receipts ({@code XXXX}). */
    private boolean isMasked(int from, int to) {
        boolean one = to - from >= 3 && !reading.isDigit(from);
        for (int i = from + 1; one && i <= to; i++) {
            one = reading.character(i) == reading.character(from);
        }
        return one;
    }

    /** The X of a code says nothing of the group it stands in front of. */
    private Kind kind(int from, int to, int start) {
        int size = to - from + 1;
        int digits = digits(from, to);
        if (to == start) {
            return Kind.SINGLE;
        }
        if (digits == size) {
            return Kind.NUMBER;
        }
        if (digits > 0) {
            return size <= 5 && turns(from, to) == 1 ? Kind.QUANTITY : Kind.MIXED;
        }
        return isSpeakable(from, to) ? Kind.WORD : Kind.UNSPEAKABLE;
    }

    /**
     * Whether letters read like a word: with a vowel, at most four letters in a row without one, and no two neighbours
     * that the languages written here do not have, or one pair of them in a long word or name.
     */
    boolean isSpeakable(int from, int to) {
        int size = to - from + 1;
        int vowels = 0;
        int row = 0;
        int longest = 0;
        int unheard = 0;
        StringBuilder letters = new StringBuilder();
        for (int i = from; i <= to; i++) {
            char letter = reading.character(i);
            boolean vowel = "AEIOUY".indexOf(letter) >= 0;
            vowels += vowel ? 1 : 0;
            row = vowel ? 0 : row + 1;
            longest = Math.max(longest, row);
            letters.append(letter);
            unheard += i > from && FOLLOWERS[reading.character(i - 1) - 'A'].indexOf(letter) < 0 ? 1 : 0;
        }
        return size <= 2
                || (vowels > 0 && longest <= 4 && vowels * 6 >= size && unheard * 6 <= size)
                || ABBREVIATIONS.contains(letters.toString());
    }

    int digits(int from, int to) {
        int digits = 0;
        for (int i = from; i <= to; i++) {
            digits += reading.isDigit(i) ? 1 : 0;
        }
        return digits;
    }

    int turns(int from, int to) {
        int turns = 0;
        for (int i = from + 1; i <= to; i++) {
            turns += reading.isDigit(i) == reading.isDigit(i - 1) ? 0 : 1;
        }
        return turns;
    }

    private boolean isFiller(int start, int last) {
        long seen = 0;
        int leading = 0;
        for (int i = start; i <= last; i++) {
            seen |= 1L << (reading.character(i) - '0');
            leading += leading == i - start && reading.character(i) == 'X' ? 1 : 0;
        }
        return Long.bitCount(seen) < FEWEST_DIFFERENT || leading >= FEWEST_DIFFERENT;
    }

    /** Whether the word in which this X stands is a serial; a whole code may be hidden right behind a prefix. */
    private boolean isSerial(int start, boolean whole) {
        int first = start;
        while (first > 0 && start - first < 32 && reading.joined(first - 1, start)) {
            first--;
        }
        int end = first;
        while (whole && end + 1 < reading.length() && end - first <= LONGEST_SERIAL && reading.joined(end + 1, start)) {
            end++;
        }
        return first < start
                && beginsSerial(first, start)
                && (!whole || (start - first > prefix(first) && end - first < LONGEST_SERIAL));
    }

    boolean beginsSerial(int from, int to) {
        int prefix = prefix(from);
        if (prefix == 0 || to - from < 1) {
            return false;
        }
        if (prefix == 3) {
            return true;
        }
        int end = from;
        while (end + 1 < reading.length() && end - from < 10 && reading.joined(from, end + 1)) {
            end++;
        }
        boolean whole = end - from + 1 >= 10;
        boolean grouped = end == from + 1
                && end + 4 < reading.length()
                && reading.joined(end + 1, end + 4)
                && digits(end + 1, end + 4) == 4;
        return whole || grouped;
    }

    /** How long the prefix of a serial is that stands here; 0 if there is none. Source: the support articles. */
    private int prefix(int at) {
        for (String prefix : new String[] {"GCA", "PBH", "EPY", "60"}) {
            int matched = 0;
            while (matched < prefix.length()
                    && at + matched < reading.length()
                    && reading.character(at + matched) == prefix.charAt(matched)
                    && reading.joined(at, at + matched)) {
                matched++;
            }
            if (matched == prefix.length()) {
                return matched;
            }
        }
        return 0;
    }

    /** Whether this is the middle of a long random word of another kind, such as a key in an address. */
    private boolean isToken(int start, int last) {
        int first = start;
        while (first > 0 && start - first < 24 && reading.joined(first - 1, start)) {
            first--;
        }
        int end = last;
        while (end + 1 < reading.length() && end - last < 24 && reading.joined(end + 1, last)) {
            end++;
        }
        if (end - first + 1 < 24) {
            return false;
        }
        int cases = 0;
        for (int i = start + 1; i <= last; i++) {
            boolean letters = !reading.isDigit(i) && !reading.isDigit(i - 1);
            cases += letters && reading.isSmall(i) != reading.isSmall(i - 1) ? 1 : 0;
        }
        return cases >= 3 || turns(first, start - 1) >= 4;
    }

    /**
     * How many characters of a begun code stand from here on: most of one, standing alone, in one piece or in groups of
     * one length; 0 if it is none. Shorter beginnings are too much like other words to be told from them.
     */
    int begun(int start) {
        if (!reading.begins(start)) {
            return 0;
        }
        int end = endOfPiece(start);
        int size = end - start + 1;
        int turns = turns(start + 1, end);
        if (size > LENGTH || isFiller(start, end) && size >= 8) {
            return 0;
        }
        if ((size >= 8 && turns >= FEWEST_TURNS) || (size >= 12 && isMostOfOne(start, end))) {
            return size;
        }
        int all = size;
        while (size >= 3
                && end + size < reading.length()
                && all + size <= LENGTH
                && reading.near(start, end + size)
                && reading.begins(end + 1)
                && endOfPiece(end + 1) == end + size
                && kind(end + 1, end + size, end + 1).isMixed()) {
            turns += turns(end + 1, end + size);
            end += size;
            all += size;
        }
        if (all < 8 || turns < 5) {
            return 0;
        }
        int rest = end + 1 < reading.length() && reading.near(start, end + 1) ? endOfPiece(end + 1) - end : 0;
        boolean goesOn =
                rest > 0 && rest < size && all + rest < LENGTH && kind(end + 1, end + rest, end + 1) != Kind.WORD;
        return goesOn ? all + rest : all;
    }

    private int endOfPiece(int start) {
        int end = start;
        while (end + 1 < reading.length() && end - start <= LENGTH && reading.joined(start, end + 1)) {
            end++;
        }
        return end;
    }

    /**
     * Whether the text ends in what may become a code from here on: X and at least three more, with digits among them or
     * letters that nobody can pronounce.
     */
    boolean mayBecomeCode(int start) {
        int last = reading.length() - 1;
        int size = last - start + 1;
        if (size < 4 || size >= LENGTH || !reading.near(start, last)) {
            return false;
        }
        Groups groups = groups(start, last);
        if (reading.begins(start) && groups.first == Kind.UNSPEAKABLE && groups.number == 1) {
            return true;
        }
        if (groups.digits == 0 || groups.serial || isSerial(start, false)) {
            return false;
        }
        if (!reading.begins(start)) {
            return groups.first.isMixed() && groups.turns >= 2;
        }
        return groups.mixed > 0 || groups.number == 1;
    }
}
