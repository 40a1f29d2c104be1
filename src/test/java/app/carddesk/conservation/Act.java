package app.carddesk.conservation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One step of a history. What it is about is a number that picks among what there is by then, so that a history stays
 * one whatever steps are left out of it.
 */
record Act(What what, int pick, long amount, boolean other) {

    enum What {
        IMPORT,
        STOCK,
        ACTIVATE,
        SPEND,
        LINK,
        VOID,
        REFER,
        WITHDRAW,
        RETURN,
        APPROVE,
        REFUSE,
        RETRY,
        CORRECT,
        CORRECT_ACTIVATION,
        EXPIRE
    }

    private static final What[] OFTEN = {
        What.IMPORT,
        What.ACTIVATE,
        What.ACTIVATE,
        What.SPEND,
        What.REFER,
        What.REFER,
        What.APPROVE,
        What.APPROVE,
        What.STOCK,
        What.CORRECT
    };

    static List<Act> history(RandomGenerator random, int length) {
        List<Act> acts = new ArrayList<>();
        acts.add(new Act(What.IMPORT, 0, 5_000, false));
        acts.add(new Act(What.ACTIVATE, 0, 0, false));
        while (acts.size() < length) {
            What what = random.nextBoolean()
                    ? OFTEN[random.nextInt(OFTEN.length)]
                    : What.values()[random.nextInt(What.values().length)];
            acts.add(new Act(what, random.nextInt(1_000), 1 + random.nextInt(6_000), random.nextInt(4) == 0));
        }
        return acts;
    }
}
