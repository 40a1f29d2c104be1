package app.carddesk.startup;

/** Text for a log: whatever could begin a line of its own, move the cursor or colour a terminal is written out. */
final class OneLine {

    private OneLine() {}

    static String of(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            boolean harmful = (Character.isISOControl(one) && one != '\t')
                    || one == '\u2028'
                    || one == '\u2029'
                    || Character.getType(one) == Character.FORMAT;
            if (harmful && clean == null) {
                clean = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (clean != null) {
                clean.append(harmful ? "\\u%04x".formatted((int) one) : String.valueOf(one));
            }
        }
        return clean == null ? text : clean.toString();
    }
}
