package app.carddesk.conservation;

import app.carddesk.shared.CardState;
import java.util.ArrayList;
import java.util.List;

/**
 * What the desk should do, written as plainly as it can be: numbers in lists, one after the other, no database. Cards
 * and requests are known by their place in the list; a card issued for another is the next in the list.
 */
final class Model {

    final List<ModelCard> cards = new ArrayList<>();
    final List<ModelRequest> requests = new ArrayList<>();
    long stock;
    long issued;
    long spent;
    long linked;
    long corrected;

    static final class ModelCard {
        CardState state = CardState.NOT_ACTIVATED;
        final long face;
        final long most;
        boolean activated;
        long balance;

        ModelCard(long face, long most) {
            this.face = face;
            this.most = most;
        }
    }

    enum Standing {
        PENDING,
        RETURNED,
        WAITING,
        ISSUED,
        REFUSED,
        WITHDRAWN
    }

    static final class ModelRequest {
        final int card;
        final long balance;
        final CardState state;
        final String by;
        Standing standing = Standing.PENDING;

        ModelRequest(int card, ModelCard as, String by) {
            this.card = card;
            this.balance = as.balance;
            this.state = as.state;
            this.by = by;
        }

        boolean open() {
            return standing == Standing.PENDING || standing == Standing.RETURNED || standing == Standing.WAITING;
        }
    }

    int register(long face) {
        cards.add(new ModelCard(face, face));
        return cards.size() - 1;
    }

    boolean activate(int card) {
        ModelCard it = cards.get(card);
        if (it.state != CardState.NOT_ACTIVATED) {
            return false;
        }
        it.state = CardState.ACTIVE;
        it.activated = true;
        it.balance = it.face;
        issued += it.face;
        return true;
    }

    boolean spend(int card, long amount) {
        ModelCard it = cards.get(card);
        if (it.state != CardState.ACTIVE || it.balance < amount) {
            return false;
        }
        it.balance -= amount;
        spent += amount;
        return true;
    }

    boolean link(int card) {
        ModelCard it = cards.get(card);
        if (it.state != CardState.ACTIVE) {
            return false;
        }
        it.state = CardState.LINKED;
        linked += it.balance;
        it.balance = 0;
        return true;
    }

    boolean makeVoid(int card) {
        ModelCard it = cards.get(card);
        if (it.state == CardState.REPLACED || it.state == CardState.VOIDED) {
            return false;
        }
        it.state = CardState.VOIDED;
        return true;
    }

    boolean correct(int card, long after, boolean sameSupervisor) {
        ModelCard it = cards.get(card);
        boolean fits = it.activated
                && (it.state == CardState.ACTIVE || it.state == CardState.VOIDED)
                && after != it.balance
                && after <= it.most
                && !sameSupervisor;
        if (fits) {
            corrected += after - it.balance;
            it.balance = after;
        }
        return fits;
    }

    boolean correctActivation(int card) {
        return activate(card);
    }

    boolean refer(int card, String by) {
        boolean taken = requests.stream()
                .anyMatch(request -> request.card == card && (request.open() || request.standing == Standing.ISSUED));
        if (taken) {
            return false;
        }
        requests.add(new ModelRequest(card, cards.get(card), by));
        return true;
    }

    boolean withdraw(int request, String by) {
        ModelRequest it = requests.get(request);
        return it.open() && it.by.equals(by) && stand(it, Standing.WITHDRAWN);
    }

    boolean giveBack(int request) {
        ModelRequest it = requests.get(request);
        return it.standing == Standing.PENDING && stand(it, Standing.RETURNED);
    }

    boolean refuse(int request) {
        ModelRequest it = requests.get(request);
        return it.open() && stand(it, Standing.REFUSED);
    }

    /** Approves: what was asked for must still be so, somebody else asked, and there is something to move. */
    boolean approve(int request) {
        ModelRequest it = requests.get(request);
        ModelCard card = cards.get(it.card);
        if (it.standing != Standing.PENDING
                || card.state != it.state
                || card.balance != it.balance
                || !issuable(card)) {
            return false;
        }
        return issue(it, card);
    }

    boolean retry(int request) {
        ModelRequest it = requests.get(request);
        ModelCard card = cards.get(it.card);
        if (it.standing == Standing.ISSUED) {
            return true;
        }
        if (it.standing != Standing.WAITING || card.state != it.state || card.balance != it.balance) {
            return false;
        }
        return issue(it, card);
    }

    private static boolean issuable(ModelCard card) {
        return card.state == CardState.NOT_ACTIVATED
                || ((card.state == CardState.ACTIVE || card.state == CardState.VOIDED) && card.balance > 0);
    }

    private boolean issue(ModelRequest request, ModelCard card) {
        if (stock == 0) {
            return stand(request, Standing.WAITING);
        }
        if (card.state == CardState.NOT_ACTIVATED) {
            card.balance = card.face;
            issued += card.face;
        }
        stock--;
        ModelCard next = new ModelCard(card.balance, card.most);
        next.activated = true;
        next.state = CardState.ACTIVE;
        next.balance = card.balance;
        card.balance = 0;
        card.state = CardState.REPLACED;
        cards.add(next);
        return stand(request, Standing.ISSUED);
    }

    private static boolean stand(ModelRequest request, Standing standing) {
        request.standing = standing;
        return true;
    }
}
