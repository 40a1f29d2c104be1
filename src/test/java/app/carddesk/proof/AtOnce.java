package app.carddesk.proof;

import app.carddesk.SignIn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets many people act at the same moment: everybody is ready before anybody begins. */
public final class AtOnce {

    private final SignIn signIn;
    private final List<Callable<Object>> acts = new ArrayList<>();

    public AtOnce(SignIn signIn) {
        this.signIn = signIn;
    }

    /** One more who acts, as this person. */
    public AtOnce add(String username, Callable<?> act) {
        acts.add(() -> {
            signIn.as(username);
            return act.call();
        });
        return this;
    }

    public AtOnce add(int times, String username, Callable<?> act) {
        for (int i = 0; i < times; i++) {
            add(username, act);
        }
        return this;
    }

    /** What came of each act, in the order they were added; the first that failed fails the test. */
    public List<Object> go() throws Exception {
        CountDownLatch ready = new CountDownLatch(acts.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<Object> act : acts) {
                running.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return act.call();
                }));
            }
            List<Object> results = new ArrayList<>();
            for (Future<Object> future : running) {
                results.add(future.get());
            }
            return results;
        }
    }
}
