package app.carddesk.notices;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who listens to what. Held weakly: a window that went without a word is forgotten with its garbage. */
final class Listeners {

    private final Map<UUID, List<WeakReference<Runnable>>> all = new ConcurrentHashMap<>();
    private final Messenger messenger;

    Listeners(Messenger messenger) {
        this.messenger = messenger;
    }

    Runnable add(UUID about, Runnable listener) {
        WeakReference<Runnable> held = new WeakReference<>(listener);
        all.compute(about, (id, known) -> {
            List<WeakReference<Runnable>> list = known == null ? new CopyOnWriteArrayList<>() : known;
            list.removeIf(gone -> gone.refersTo(null));
            list.add(held);
            return list;
        });
        return () -> forget(about, held);
    }

    void tell(UUID about) {
        for (WeakReference<Runnable> held : all.getOrDefault(about, List.of())) {
            Runnable listener = held.get();
            if (listener == null) {
                forget(about, held);
            } else {
                messenger.tell(listener);
            }
        }
    }

    int size() {
        return all.size();
    }

    private void forget(UUID about, WeakReference<Runnable> held) {
        all.computeIfPresent(about, (id, known) -> {
            known.remove(held);
            return known.isEmpty() ? null : known;
        });
    }
}
