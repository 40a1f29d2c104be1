package app.carddesk.crash;

import app.carddesk.crash.Blow.Target;
import app.carddesk.crash.Blow.When;
import app.carddesk.crash.Outcome.Left;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * An installation that is killed again and again, and a journal outside of it of what it said it had done. After each
 * blow the same installation is started again, with nothing but what it finds on the disk.
 */
public final class Site implements AutoCloseable {

    /** Where a blow fell that hit no chosen step. */
    public static final String ANY_MOMENT = "any moment";

    public static final String AFTER_ANSWER = "after the answer";

    private final Path folder;
    private final PostgresServer server;
    private final List<Job> journal = new ArrayList<>();
    private VictimProcess victim;
    private long stock;

    private Site(Path folder, PostgresServer server) {
        this.folder = folder;
        this.server = server;
        startApplication();
    }

    /** On the default database. */
    public static Site onH2(Path folder) {
        return new Site(folder, null);
    }

    public static Site onPostgres(Path folder) {
        return new Site(folder, new PostgresServer(folder));
    }

    private void startApplication() {
        victim = VictimProcess.start(folder, server == null ? List.of() : server.settings());
    }

    /** Does an act in peace, and tells its steps. */
    public List<String> stepsOf(Deed deed) {
        Job job = prepare(deed);
        victim.send("act " + job.written());
        int commits = Integer.parseInt(victim.expect("commits"));
        String answer = victim.expect("answered");
        if (commits != 1 || !answer.equals("done " + deed.reached())) {
            throw new AssertionError(deed + " took " + commits + " commits and was answered " + answer);
        }
        victim.send("steps");
        List<String> steps = new ArrayList<>();
        for (int left = Integer.parseInt(victim.expect("steps")); left > 0; left--) {
            steps.add(victim.expect("step"));
        }
        settle(job);
        return steps;
    }

    /**
     * Does an act as somebody would who comes while the database server is down, is told so, and tries the same again
     * once it is back.
     *
     * @return the answers, the last one from when the server was back
     */
    public List<String> actWhileServerIsDown(Deed deed, long downMillis) {
        Job job = prepare(deed);
        server.kill();
        victim.send("act " + job.written());
        LockSupport.parkNanos(downMillis * 1_000_000);
        server.start();
        victim.expect("commits");
        List<String> answers = new ArrayList<>(List.of(victim.expect("answered")));
        if (answers.getFirst().startsWith("failed ")) {
            // Whoever looks around is answered when the application has seen that the database is back.
            victim.ask("traces " + job.written(), "traces");
            victim.send("act " + job.written());
            victim.expect("commits");
            answers.add(victim.expect("answered"));
        }
        settle(job);
        return answers;
    }

    /** Prepares an act, kills in its midst, starts again, looks at what is left, and does the act once more. */
    public Outcome strike(Deed deed, Blow blow) {
        return strike(prepare(deed), blow);
    }

    /** The same after a fault was planted, which must then be among the findings. */
    public Outcome strike(Deed deed, Blow blow, Fault fault) {
        Job job = prepare(deed);
        victim.ask(fault.command(), "planted");
        return strike(job, blow);
    }

    private Outcome strike(Job job, Blow blow) {
        Struck struck = blow.target() == Target.APPLICATION ? strikeApplication(job, blow) : strikeServer(job, blow);
        return aftermath(job, blow, struck);
    }

    private Job prepare(Deed deed) {
        Job job = Job.read(victim.ask("prepare " + deed, "prepared"));
        stock += job.stock();
        return job;
    }

    /**
     * What was heard of an act before it was killed.
     *
     * @param commits how many of its commits were known to have succeeded
     * @param answer what it answered, or nothing
     */
    private record Struck(String step, int commits, String answer) {

        private boolean isDone(Deed deed) {
            return commits > 0 || answer.equals("done " + deed.reached());
        }
    }

    private Struck strikeApplication(Job job, Blow blow) {
        Struck struck = begin(job, blow);
        Struck last = heard(struck, victim.kill());
        startApplication();
        return last;
    }

    private Struck strikeServer(Job job, Blow blow) {
        Struck struck = begin(job, blow);
        server.kill();
        if (blow.when() == When.HELD_AT_STEP && struck.answer().isEmpty()) {
            victim.send("go on");
        }
        server.start();
        if (!struck.answer().isEmpty()) {
            return struck;
        }
        List<String> rest = new ArrayList<>();
        do {
            rest.add(victim.hear());
        } while (!rest.getLast().startsWith("answered "));
        return heard(struck, rest);
    }

    /** Lets the act begin, and returns when the chosen moment has come. */
    private Struck begin(Job job, Blow blow) {
        switch (blow.when()) {
            case HELD_AT_STEP -> victim.send("stop " + blow.at().replace(' ', '+') + " " + job.written());
            case PASSING_STEP -> victim.send("pass " + blow.at().replace(' ', '+') + " " + job.written());
            case ANY_MOMENT -> {
                victim.send("act " + job.written());
                LockSupport.parkNanos(blow.afterMicros() * 1_000);
                return new Struck(ANY_MOMENT, 0, "");
            }
        }
        String first = victim.hear();
        if (first.startsWith("at ")) {
            String[] at = first.split(" ", 3);
            return new Struck(at[2], Integer.parseInt(at[1]), "");
        }
        return heard(new Struck(AFTER_ANSWER, 0, ""), List.of(first, victim.hear()));
    }

    private static Struck heard(Struck so, List<String> lines) {
        Struck now = so;
        for (String line : lines) {
            if (line.startsWith("commits ")) {
                now = new Struck(now.step(), Integer.parseInt(line.substring("commits ".length())), now.answer());
            } else if (line.startsWith("answered ")) {
                now = new Struck(now.step(), now.commits(), line.substring("answered ".length()));
            }
        }
        return now;
    }

    private Outcome aftermath(Job job, Blow blow, Struck struck) {
        List<String> findings = new ArrayList<>();
        Traces left = Traces.read(victim.ask("traces " + job.written(), "traces"));
        Left is = left.equals(job.after()) ? Left.COMMITTED : left.equals(job.before()) ? Left.NOT_BEGUN : Left.HALF;
        boolean committed = struck.isDone(job.deed());
        boolean startedAnew = blow.target() == Target.APPLICATION && job.deed().isDoneAtStart();
        switch (is) {
            case HALF -> findings.add("Half an act is left: " + left.differenceFrom(job.before()));
            case NOT_BEGUN -> {
                if (committed) {
                    findings.add("What was committed is gone");
                }
                if (startedAnew) {
                    findings.add("What waits for stock that is there was not issued by the start");
                }
            }
            case COMMITTED -> {
                if (blow.when() == When.HELD_AT_STEP && !committed && !startedAnew) {
                    findings.add("What was not committed is there");
                }
            }
        }
        if (struck.answer().startsWith("refused ") || struck.answer().startsWith("thrown ")) {
            findings.add("A blow was told as something else: " + struck.answer());
        }
        victim.send("act " + job.written());
        victim.expect("commits");
        String again = victim.expect("answered");
        if (!again.equals("done " + job.deed().reached())) {
            findings.add("Asked again, it answered: " + again);
        }
        Traces done = Traces.read(victim.ask("traces " + job.written(), "traces"));
        if (!done.equals(job.after())) {
            findings.add("Done again, it is not done once: " + done.differenceFrom(job.after()));
        }
        if (findings.isEmpty()) {
            settle(job);
        }
        findings.addAll(check());
        return new Outcome(job.deed(), blow, struck.step(), is, findings);
    }

    private void settle(Job job) {
        journal.add(Job.read(victim.ask("settle " + job.written(), "settled")));
    }

    /** The whole installation, and everything in the journal. */
    public List<String> check() {
        victim.send("check " + stock + " " + journal.size());
        journal.forEach(job -> victim.send(job.written()));
        List<String> findings = new ArrayList<>();
        String line;
        while (!(line = victim.hear()).equals("checked")) {
            findings.add(line);
        }
        return findings;
    }

    @Override
    public void close() {
        victim.close();
        if (server != null) {
            server.close();
        }
    }
}
