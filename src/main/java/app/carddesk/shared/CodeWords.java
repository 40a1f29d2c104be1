package app.carddesk.shared;

import java.util.Arrays;

/**
 * The words of a reading that may be groups of a code, in order, each with what speaks for it.
 *
 * <p>A word is what has nothing between its characters. Single characters with one blank or dash between them make one
 * word, and so do the parts of a group with a mark for a character that could not be read ({@code 2P?Q}). A word weighs
 * {@value #STRANGEST} if letters and digits change places twice in it ({@code 2P9Q}), {@value #STRANGE} if nobody can
 * pronounce its letters ({@code KMTR}, {@code KMT4}), {@value #ORDINARY} if it has a number otherwise ({@code 500KR}) and
 * nothing if it is an ordinary word or a number. The parts of serials, of UUIDs and of masked numbers are no groups.
 *
 * <p>frontend/code-guard.js does the same.
 */
final class CodeWords {

    static final int ORDINARY = 1;
    static final int STRANGE = 2;
    static final int STRANGEST = 3;

    /** What people write in the place of what they cannot read. */
    private static final String MARKS = "?_*#";

    private static final String OPENING = "([{<\"'«»“”„:;,>|";
    private static final String CLOSING = ")]}<\"'«»“”:;,>|.!";

    /** What was not looked at yet. */
    private static final byte UNKNOWN = 0;

    /** How many characters most groups have. */
    private static final int GROUP = 4;

    /** As many marks stand for a group, and one with blanks around it. */
    private static final int FEWEST_MARKS = 3;

    /** More are what receipts print for the digits of an account. */
    private static final int MOST_MARKS = 8;

    /** A few of the words. */
    static final class Some {

        private int[] words = new int[CodeShape.LENGTH];
        private int count;

        void add(int word) {
            if (count == words.length) {
                words = Arrays.copyOf(words, 2 * count);
            }
            words[count] = word;
            count++;
        }

        void clear() {
            count = 0;
        }

        int count() {
            return count;
        }

        int word(int index) {
            return words[index];
        }
    }

    private final String text;
    private final CodeReading reading;
    private final CodeShape shape;
    private int[] first = new int[64];
    private int[] last = new int[64];
    private int[] size = new int[64];
    private int[] unreadBefore = new int[64];
    private final byte[] weights;
    private final byte[] capital;
    private int count;

    CodeWords(String text, CodeReading reading, CodeShape shape) {
        this.text = text;
        this.reading = reading;
        this.shape = shape;
        int at = 0;
        while (at < reading.length()) {
            int end = endOfGroup(at);
            add(at, end);
            at = end + 1;
        }
        unreadBefore[count] = unreadGroups(count == 0 ? 0 : to(count - 1), text.length());
        leaveOutSerials();
        leaveOutLongRows();
        weights = new byte[count];
        capital = new byte[count];
    }

    int count() {
        return count;
    }

    /** How many characters a word has, with those that were marked as not read; 0 if it can be no group. */
    int size(int word) {
        return size[word];
    }

    /** Where in the text a word begins. */
    int from(int word) {
        return reading.from(first[word]);
    }

    /** Where in the text a word ends. */
    int to(int word) {
        return reading.to(last[word]);
    }

    /** Where the text ends. */
    int end() {
        return text.length();
    }

    /** How many groups that were not read stand between a word, or the end of the text, and the word before it. */
    int unreadBefore(int word) {
        return unreadBefore[word];
    }

    boolean beginsWithX(int word) {
        return reading.character(first[word]) == 'X' && reading.begins(first[word]);
    }

    /** Whether marks stand right in front of a word, and nothing right in front of them. */
    boolean isMarked(int word) {
        return marksBefore(word) > 0;
    }

    /** Whether a word goes on from one with a digit, as the later parts of other numbers do ({@code 9V2L-X8CV}). */
    boolean isTail(int word) {
        return word > 0
                && from(word) == to(word - 1) + 1
                && "-/.".indexOf(text.charAt(from(word) - 1)) >= 0
                && last[word - 1] > first[word - 1]
                && hasDigit(word - 1);
    }

    /** Whether a word has capitals or digits only, and no letter that no code has makes it part of a longer one. */
    boolean isCapital(int word) {
        if (capital[word] == UNKNOWN) {
            capital[word] = (byte) (isWrittenLarge(word) ? 2 : 1);
        }
        return capital[word] == 2;
    }

    private boolean isWrittenLarge(int word) {
        return !hasSmall(word)
                && !isInDate(word)
                && (isWhole(word) || (!Character.isUpperCase(before(word)) && !Character.isUpperCase(behind(word))));
    }

    boolean isWhole(int word) {
        return reading.begins(first[word]) && reading.ends(last[word]);
    }

    boolean hasSmall(int word) {
        for (int i = first[word]; i <= last[word]; i++) {
            if (reading.isSmall(i)) {
                return true;
            }
        }
        return false;
    }

    boolean hasDigit(int word) {
        return shape.digits(first[word], last[word]) > 0;
    }

    boolean hasLetter(int word) {
        return shape.digits(first[word], last[word]) <= last[word] - first[word];
    }

    /** How many times a word turns from letters to digits or back. */
    int turns(int word) {
        return shape.turns(first[word], last[word]);
    }

    int weight(int word) {
        if (weights[word] == UNKNOWN) {
            weights[word] = (byte) (1 + (isPart(word) ? 0 : weight(first[word], last[word])));
        }
        return weights[word] - 1;
    }

    /**
     * What a word weighs without its X, which says nothing of the group it stands in front of. X, any character and two
     * digits are the names of many things ({@code XC60}).
     */
    int weightBehindX(int word) {
        int from = first[word] + 1;
        boolean model = last[word] == from + 2 && shape.digits(from + 1, last[word]) == 2;
        return model || from > last[word] || isPart(word) ? 0 : weight(from, last[word]);
    }

    /** Whether letters are what is left of a longer word without those that no code has. */
    private boolean isPart(int word) {
        return !hasDigit(word) && !isWhole(word) && !isCapital(word);
    }

    private int weight(int from, int to) {
        int digits = shape.digits(from, to);
        int characters = to - from + 1;
        if (characters < 2 || digits == characters) {
            return 0;
        }
        if (digits == 0) {
            int behindX = reading.character(from) == 'X' && characters >= GROUP ? from + 1 : from;
            return isOneLetter(from, to) || shape.isSpeakable(behindX, to) ? 0 : STRANGE;
        }
        if (shape.turns(from, to) >= 2) {
            return STRANGEST;
        }
        int letters = characters - digits;
        int begin = reading.isDigit(from) ? to - letters + 1 : from;
        return shape.isSpeakable(begin, begin + letters - 1) ? ORDINARY : STRANGE;
    }

    /** Whether a word is written as one of some others is. */
    boolean isRepeated(int word, Some others) {
        for (int i = 0; i < others.count; i++) {
            if (isSame(word, others.words[i])) {
                return true;
            }
        }
        return false;
    }

    private boolean isSame(int word, int other) {
        int characters = last[word] - first[word];
        boolean same = characters == last[other] - first[other];
        for (int i = 0; same && i <= characters; i++) {
            same = reading.character(first[word] + i) == reading.character(first[other] + i);
        }
        return same;
    }

    /** Whether words have too few different characters for a code. */
    boolean areFiller(Some some) {
        long seen = 0;
        for (int group = 0; group < some.count; group++) {
            int word = some.words[group];
            for (int i = first[word]; i <= last[word]; i++) {
                seen |= 1L << (reading.character(i) - '0');
            }
        }
        return Long.bitCount(seen) < CodeShape.FEWEST_DIFFERENT;
    }

    private boolean isOneLetter(int from, int to) {
        for (int i = from + 1; i <= to; i++) {
            if (reading.character(i) != reading.character(from)) {
                return false;
            }
        }
        return true;
    }

    private int before(int word) {
        return from(word) == 0 ? ' ' : text.codePointBefore(from(word));
    }

    private int behind(int word) {
        return to(word) == text.length() ? ' ' : text.codePointAt(to(word));
    }

    /** Whether a word is a number in a row with others and signs between them, as dates and times are. */
    private boolean isInDate(int word) {
        return (!hasLetter(word) || isDayAndHour(word)) && (isInDate(to(word), 1) || isInDate(from(word) - 1, -1));
    }

    private boolean isDayAndHour(int word) {
        int middle = first[word] + 2;
        return last[word] == middle + 2
                && reading.character(middle) == 'T'
                && shape.digits(first[word], last[word]) == 4;
    }

    private boolean isInDate(int sign, int step) {
        int next = sign + step;
        return next >= 0
                && next < text.length()
                && "-.:/".indexOf(text.charAt(sign)) >= 0
                && Character.isDigit(text.charAt(next));
    }

    private int endOfGroup(int start) {
        int end = endOfWord(start);
        if (end == start) {
            while (end - start + 1 < CodeShape.LENGTH
                    && end + 1 < reading.length()
                    && isSpelled(end)
                    && endOfWord(end + 1) == end + 1) {
                end++;
            }
            if (end > start) {
                return end;
            }
        }
        while (end - start + 1 < GROUP && end + 1 < reading.length() && isPartlyRead(end)) {
            end = endOfWord(end + 1);
        }
        return end;
    }

    private int endOfWord(int start) {
        int end = start;
        while (end + 1 < reading.length() && reading.joined(start, end + 1)) {
            end++;
        }
        return end;
    }

    /** Whether one blank or dash stands between a character and the next. */
    private boolean isSpelled(int index) {
        int between = reading.to(index);
        return reading.from(index + 1) == between + 1 && " -".indexOf(text.charAt(between)) >= 0;
    }

    /** Whether marks for what was not read, and nothing else, stand between a character and the next. */
    private boolean isPartlyRead(int index) {
        return reading.unread(index + 1) > 0 && !reading.apart(index + 1) && text.charAt(reading.to(index)) != '_';
    }

    private void add(int from, int to) {
        if (count + 1 == first.length) {
            int larger = first.length * 2;
            first = Arrays.copyOf(first, larger);
            last = Arrays.copyOf(last, larger);
            size = Arrays.copyOf(size, larger);
            unreadBefore = Arrays.copyOf(unreadBefore, larger);
        }
        first[count] = from;
        last[count] = to;
        unreadBefore[count] = unreadGroups(count == 0 ? 0 : to(count - 1), reading.from(from));
        size[count] = to - from >= 2 && isOneLetter(from, to) ? 0 : sizeWithMarks(from, to);
        count++;
    }

    /** Marks fill up a group that is shorter than most. */
    private int sizeWithMarks(int from, int to) {
        int read = to - from + 1;
        if (read < 2 || read >= GROUP) {
            return read;
        }
        int marked = read;
        for (int i = from + 1; i <= to; i++) {
            marked += reading.apart(i) ? 0 : reading.unread(i);
        }
        marked += reading.character(from) == 'X' ? 0 : marksBefore(count);
        return Math.min(marked + marksBehind(count), GROUP);
    }

    private int marksBefore(int word) {
        int end = from(word);
        end -= end > 0 && ")]".indexOf(text.charAt(end - 1)) >= 0 ? 1 : 0;
        int at = end;
        while (at > 0 && end - at < GROUP && MARKS.indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        boolean apart = isBlankAt(at - 1) || OPENING.indexOf(text.charAt(at - 1)) >= 0;
        boolean colour = end - at == 1 && text.charAt(at) == '#' && isHexadecimal(word);
        return apart && !colour ? end - at : 0;
    }

    private int marksBehind(int word) {
        int start = to(word);
        int at = start;
        while (at < text.length() && at - start < GROUP && MARKS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return isBlankAt(at) || CLOSING.indexOf(text.charAt(at)) >= 0 ? at - start : 0;
    }

    private boolean isHexadecimal(int word) {
        for (int i = first[word]; i <= last[word]; i++) {
            if (reading.character(i) > 'F') {
                return false;
            }
        }
        return true;
    }

    private int unreadGroups(int from, int to) {
        int groups = 0;
        boolean few = false;
        int at = from;
        while (at < to) {
            int start = at;
            while (at < to && MARKS.indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            boolean ofNumber = at == to && to < text.length() && start > from;
            if (at - start >= FEWEST_MARKS) {
                groups += at - start > MOST_MARKS || ofNumber ? 0 : 1;
            } else if (at > start) {
                few |= isBlankAt(start - 1) && isBlankAt(at);
            }
            at++;
        }
        return Math.min(groups + (few ? 1 : 0), GROUP);
    }

    private boolean isBlankAt(int at) {
        return at < 0
                || at >= text.length()
                || Character.isWhitespace(text.charAt(at))
                || Character.isSpaceChar(text.charAt(at));
    }

    /** A serial may be written in groups as well; none of them is a group of a code. */
    private void leaveOutSerials() {
        int word = 0;
        while (word < count) {
            int end = word + 1;
            if (shape.beginsSerial(first[word], last[word])) {
                int characters = last[word] - first[word] + 1;
                while (end < count && characters < CodeShape.LENGTH && from(end) == to(end - 1) + 1) {
                    characters += last[end] - first[end] + 1;
                    end++;
                }
                Arrays.fill(size, word, end, 0);
            }
            word = end;
        }
    }

    /** More than sixteen characters with a dash between each two words, such as a UUID, are of another kind. */
    private void leaveOutLongRows() {
        int word = 0;
        while (word < count) {
            int end = word + 1;
            int characters = last[word] - first[word] + 1;
            while (end < count && from(end) == to(end - 1) + 1 && text.charAt(from(end) - 1) == '-') {
                characters += last[end] - first[end] + 1;
                end++;
            }
            if (end > word + 1 && characters > CodeShape.LENGTH) {
                Arrays.fill(size, word, end, 0);
            }
            word = end;
        }
    }
}
