package app.carddesk.shared;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds codes whose groups do not follow one another: words of a language, numbering, labels, time stamps and the names of
 * speakers stand between them, or marks in the place of groups, or of the X, that their writer could not read.
 *
 * <p>What stands between groups does not matter but for its length; only groups ({@link CodeWords}) are looked at. A code
 * begins with a word that begins with X, and is
 *
 * <ul>
 *   <li>strange words of four or eight characters, until there are sixteen, whatever other words stand between; or
 *   <li>strange words of any lengths that make sixteen characters exactly, with no other strange word between; or
 *   <li>words in capitals and marks that make sixteen characters exactly, with no other word in capitals between, if
 *       enough of them are strange.
 * </ul>
 *
 * <p>Marks right in front of a word that lacks one character stand for its X, and marks alone for a group. The thresholds
 * were found as those of {@link CodeShape} were.
 *
 * <p>frontend/code-guard.js judges in the same way.
 */
final class ScatteredCode {

    private static final int FOUR = 4;
    private static final int EIGHT = 8;

    /** How many characters may stand between two groups. */
    private static final int FARTHEST = 160;

    /** How many words are looked at behind the first group of a code. */
    private static final int MOST_WORDS = 100;

    /** What all groups of a code weigh together at least. */
    private static final int LEAST_WEIGHT = 5;

    /** The same where something else speaks for a code as well. */
    private static final int LEAST_WEIGHT_IF_SUSPECTED = 2;

    /** The same of a code whose X nobody could read. */
    private static final int LEAST_WEIGHT_WITHOUT_X = 5;

    /** How many words with small letters make a sentence. */
    private static final int PROSE = 2;

    /** How many characters at most are in words with a number that are not strange. */
    private static final int MOST_ORDINARY = 6;

    private final CodeWords words;

    /** The words that were found to belong to a code. */
    private final CodeWords.Some groups = new CodeWords.Some();

    ScatteredCode(CodeWords words) {
        this.words = words;
    }

    /** Marks the places in the text of the groups of all codes; where a place is marked already, a code is suspected. */
    void mark(BitSet places) {
        for (int word = 0; word < words.count(); word++) {
            if (beginsCode(word, places.get(words.from(word)))) {
                for (int i = 0; i < groups.count(); i++) {
                    places.set(words.from(groups.word(i)), words.to(groups.word(i)));
                }
            }
        }
    }

    /**
     * Where in the text the code begins of which the text, still being written, holds the first groups and goes on with
     * other words; -1 if there is none.
     */
    int begunAtEnd() {
        int begun = -1;
        boolean followed = false;
        int reached = words.end();
        int first = Math.max(0, words.count() - MOST_WORDS);
        for (int word = words.count() - 1; word >= first && reached - words.to(word) <= FARTHEST; word--) {
            int size = words.size(word);
            if (size < FOUR || size >= CodeShape.LENGTH) {
                continue;
            }
            boolean x = words.beginsWithX(word) && !words.isTail(word);
            if (x && words.weightBehindX(word) == CodeWords.STRANGEST && (followed || size == FOUR)) {
                begun = words.from(word);
            } else if (words.weight(word) >= CodeWords.STRANGE) {
                followed = true;
                reached = words.from(word);
            }
        }
        return begun;
    }

    /** Whether a code begins with a word; its groups are known afterwards. */
    private boolean beginsCode(int word, boolean suspected) {
        groups.clear();
        int size = words.size(word);
        if (size < 2 || size >= CodeShape.LENGTH) {
            return false;
        }
        boolean begins;
        if (words.beginsWithX(word)) {
            begins = !words.isTail(word) && isBehindX(word, size, words.weightBehindX(word), suspected);
        } else {
            begins = (words.isMarked(word) && isBehindMark(word, size, words.weight(word)))
                    || (words.unreadBefore(word) > 0 && size == FOUR && isBehindUnreadGroup(word));
        }
        return begins && !words.areFiller(groups);
    }

    private boolean isBehindX(int word, int size, int weight, boolean suspected) {
        boolean capital = isCapitalSum(word, size, weight, suspected ? LEAST_WEIGHT_IF_SUSPECTED : LEAST_WEIGHT);
        // A word in capitals between the groups may have been taken for one of them.
        boolean even = (size == FOUR || size == EIGHT) && isEven(word, size, weight);
        return capital || even || (weight >= CodeWords.STRANGE && isStrangeSum(word, size, weight));
    }

    /** Marks stand for the X. */
    private boolean isBehindMark(int word, int size, int weight) {
        if (size == CodeShape.LENGTH - 1) {
            groups.add(word);
            return words.isWhole(word) && words.turns(word) >= (words.hasSmall(word) ? 4 : 2);
        }
        int whole = size == FOUR ? size : size + 1;
        return isCapitalSum(word, whole, weight, LEAST_WEIGHT_WITHOUT_X)
                || (whole == FOUR && weight >= CodeWords.ORDINARY && isEven(word, whole, weight - 1))
                || (weight == CodeWords.STRANGEST && isStrangeSum(word, whole, weight - 1));
    }

    /** Marks stand for the first group. */
    private boolean isBehindUnreadGroup(int word) {
        int weight = words.weight(word);
        return isCapitalSum(word, 2 * FOUR, weight, LEAST_WEIGHT)
                || (weight >= CodeWords.STRANGE && isEven(word, FOUR, weight - 1));
    }

    private boolean isEven(int first, int size, int weight) {
        int missing = CodeShape.LENGTH / size - 1;
        int strange = 0;
        int ordinary = 0;
        int total = weight;
        int reached = words.to(first);
        int last = Math.min(words.count() - 1, first + MOST_WORDS);
        CodeWords.Some seen = new CodeWords.Some();
        seen.add(first);
        for (int word = first + 1; word <= last && missing > 0 && words.from(word) - reached <= FARTHEST; word++) {
            int its = words.size(word) == size && !words.isRepeated(word, seen) ? words.weight(word) : 0;
            if (its >= CodeWords.STRANGE) {
                seen.add(word);
                strange++;
                missing--;
                total += its;
                reached = words.to(word);
            } else if (its == CodeWords.ORDINARY) {
                seen.add(word);
                ordinary++;
            }
        }
        boolean is;
        if (size == EIGHT) {
            is = missing == 0 && total >= 5 && words.hasDigit(first);
        } else {
            is = switch (strange) {
                case 3 -> total >= (weight >= CodeWords.STRANGE ? 7 : 8);
                case 2 ->
                    (weight >= CodeWords.STRANGE && total >= 7)
                            || (weight == CodeWords.ORDINARY && ordinary >= 1 && total >= 6);
                case 1 -> weight >= CodeWords.STRANGE && ordinary >= 2 && total >= 5;
                default -> false;
            };
        }
        if (is) {
            take(seen);
        }
        return is;
    }

    /** The strange words behind the first one, and some with a number, make sixteen characters. */
    private boolean isStrangeSum(int first, int size, int weight) {
        Sums sums = new Sums(size);
        int total = weight;
        int ordinary = 0;
        CodeWords.Some seen = new CodeWords.Some();
        seen.add(first);
        int reached = words.to(first);
        int last = Math.min(words.count() - 1, first + Sums.MOST);
        for (int word = first + 1; word <= last && words.from(word) - reached <= FARTHEST; word++) {
            int length = words.size(word);
            int its = words.weight(word);
            if (length > 0 && words.isRepeated(word, seen)) {
                continue;
            } else if (its >= CodeWords.STRANGE && length >= (its == CodeWords.STRANGEST ? 3 : FOUR)) {
                seen.add(word);
                sums.add(length, word - first);
                total += its;
                reached = words.to(word);
            } else if (its == CodeWords.ORDINARY && length >= FOUR && ordinary + length <= MOST_ORDINARY) {
                sums.mayAdd(length, word - first);
                ordinary += length;
            } else if (length == 1 && sums.lacksOne()) {
                sums.mayAdd(length, word - first);
            } else {
                continue;
            }
            if (sums.isWhole() && total >= LEAST_WEIGHT) {
                take(first, sums);
                return true;
            }
            if (sums.isTooMuch()) {
                return false;
            }
        }
        return false;
    }

    private boolean isCapitalSum(int first, int size, int weight, int least) {
        return size >= FOUR && !words.hasSmall(first) && new Capitals(first, size, weight, least).isCode();
    }

    /** The words in capitals behind the first one, and marks for groups, that may make sixteen characters. */
    private final class Capitals {

        private final int first;
        private final Sums sums;
        private final int weight;
        private final int least;
        private final CodeWords.Some seen = new CodeWords.Some();
        private int total;
        private int strange;
        private int unread;
        private int small;
        private boolean even;

        Capitals(int first, int size, int weight, int least) {
            this.first = first;
            this.weight = weight;
            this.least = least;
            sums = new Sums(size);
            seen.add(first);
            total = weight;
            strange = weight >= CodeWords.STRANGE ? 1 : 0;
            even = words.size(first) == FOUR;
        }

        boolean isCode() {
            int reached = words.to(first);
            int last = Math.min(words.count(), first + Sums.MOST);
            for (int word = first + 1; word <= last && !sums.isTooMuch(); word++) {
                for (int i = 0; i < words.unreadBefore(word); i++) {
                    // No word stands for it; the place of the first one is free.
                    sums.mayAdd(FOUR, 0);
                    unread++;
                }
                if (unread > 0 && isEnough()) {
                    return true;
                }
                if (word == words.count() || words.from(word) - reached > FARTHEST) {
                    return isMost();
                }
                if (isCounted(word)) {
                    reached = words.to(word);
                }
                if (isEnough()) {
                    return true;
                }
            }
            return false;
        }

        /** Counts a word; every code has it if it has letters. */
        private boolean isCounted(int word) {
            int length = words.size(word);
            if (!words.isCapital(word)) {
                small += length > 1 && words.hasSmall(word) ? 1 : 0;
                return false;
            }
            if ((length < FOUR && !(length == 1 && sums.lacksOne())) || words.isRepeated(word, seen)) {
                return false;
            }
            if (!words.hasLetter(word) || length == 1) {
                sums.mayAdd(length, word - first);
                return false;
            }
            int its = words.weight(word);
            seen.add(word);
            sums.add(length, word - first);
            total += its;
            strange += its >= CodeWords.STRANGE ? 1 : 0;
            even &= length == FOUR;
            return true;
        }

        private boolean isEnough() {
            if (!sums.isWhole()) {
                return false;
            }
            // Capitals mean little where there is nothing else, as on receipts.
            int need = least + (weight == 0 ? 1 : 0) - (small >= PROSE ? 1 : 0);
            if (even && sums.has(0)) {
                need = Math.max(need - unread, Math.min(need, CodeWords.STRANGEST));
            }
            boolean enough = total >= need && (even || strange >= 2 || least == LEAST_WEIGHT_IF_SUSPECTED);
            if (enough) {
                take(first, sums);
            }
            return enough;
        }

        /** Whether three of four groups are there, and strange enough. */
        private boolean isMost() {
            boolean most = even
                    && weight >= CodeWords.STRANGE
                    && total > LEAST_WEIGHT
                    && seen.count() == CodeShape.LENGTH / FOUR - 1;
            if (most) {
                take(seen);
            }
            return most;
        }
    }

    private void take(CodeWords.Some some) {
        for (int i = 0; i < some.count(); i++) {
            groups.add(some.word(i));
        }
    }

    private void take(int first, Sums sums) {
        groups.add(first);
        for (int i = 1; i <= Sums.MOST; i++) {
            if (sums.has(i)) {
                groups.add(first + i);
            }
        }
    }

    /** Which numbers of characters a first word and some of those behind it make, and which words make sixteen. */
    private static final class Sums {

        /** How many words may be added up. */
        static final int MOST = Long.SIZE - 2;

        private static final long NONE = -1;

        /** The words that make a number of characters, a bit each; the lowest one is none. */
        private final long[] made = new long[CodeShape.LENGTH + 1];

        private boolean tooMuch;

        Sums(int size) {
            Arrays.fill(made, NONE);
            if (size <= CodeShape.LENGTH) {
                made[size] = 0;
            }
        }

        /** Every sum has this word. */
        void add(int length, int word) {
            tooMuch = true;
            for (int sum = CodeShape.LENGTH; sum >= 0; sum--) {
                made[sum] = with(sum, length, word);
                tooMuch &= made[sum] == NONE;
            }
        }

        /** Every sum may have this word or not. */
        void mayAdd(int length, int word) {
            for (int sum = CodeShape.LENGTH; sum >= 0; sum--) {
                made[sum] = made[sum] == NONE ? with(sum, length, word) : made[sum];
            }
        }

        private long with(int sum, int length, int word) {
            return sum < length || made[sum - length] == NONE ? NONE : made[sum - length] | 1L << word;
        }

        boolean isWhole() {
            return made[CodeShape.LENGTH] != NONE;
        }

        boolean lacksOne() {
            return made[CodeShape.LENGTH - 1] != NONE;
        }

        boolean isTooMuch() {
            return tooMuch;
        }

        boolean has(int word) {
            return (made[CodeShape.LENGTH] & 1L << word) != 0;
        }
    }
}
