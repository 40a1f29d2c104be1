package app.carddesk.crash;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what one act asks of the database: every statement, savepoint and commit is two steps, one before it is sent and
 * one after its answer came. At a chosen step it tells, and waits if asked to. Other threads are neither counted nor held.
 */
public final class Steps implements BeanPostProcessor {

    /** Where an act becomes one that was done. */
    public static final String BEFORE_COMMIT = "before commit";

    public static final String AFTER_COMMIT = "after commit";

    private static final Pattern TABLE =
            Pattern.compile("\\b(insert into|update|delete from|from)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

    private volatile Thread acting;
    private volatile boolean splitting;
    private Watch watch;
    private List<String> passed = new ArrayList<>();
    private int commits;

    /**
     * What is done at the chosen step.
     *
     * @param at the step, by its number or by what is asked of the database there
     */
    record Watch(String at, Told told) {

        /** Nothing is chosen. */
        static final Watch NONE = new Watch("", (label, commits) -> {});

        private boolean isAt(int step, String label) {
            return at.equals(Integer.toString(step)) || at.equals(label);
        }
    }

    /** Hears that a step is reached; whoever acts goes on when this returns. */
    interface Told {
        void at(String label, int commits);
    }

    /** Every step of an act, with how many times it committed. */
    record Taken(List<String> steps, int commits) {}

    /** Acts on this thread and counts. */
    <T> T during(Watch chosen, Supplier<T> act) {
        watch = chosen;
        passed = new ArrayList<>();
        commits = 0;
        acting = Thread.currentThread();
        try {
            return act.get();
        } finally {
            acting = null;
        }
    }

    Taken taken() {
        return new Taken(List.copyOf(passed), commits);
    }

    /** Plants {@link Fault#ACT_IN_TWO_TRANSACTIONS}. */
    void splitActs() {
        splitting = true;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && name.equals("dataSource") ? new Counted(source) : bean;
    }

    private void reached(String label) {
        int step = passed.size();
        passed.add(label);
        if (watch.isAt(step, label)) {
            watch.told().at(label, commits);
        }
    }

    private boolean isActing() {
        return Thread.currentThread() == acting;
    }

    static String label(String sql) {
        Matcher table = TABLE.matcher(sql);
        String text = sql.strip().toLowerCase(Locale.ROOT);
        if (!table.find()) {
            return text.split("\\s", 2)[0];
        }
        String verb = text.startsWith("select") && text.contains("for update") ? "lock" : text.split("\\s", 2)[0];
        return verb + " " + table.group(2).toLowerCase(Locale.ROOT);
    }

    /** Hands out connections that count. */
    private final class Counted extends DelegatingDataSource {

        private Counted(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return proxy(Connection.class, (self, method, arguments) -> onConnection(real, method, arguments));
        }
    }

    private Object onConnection(Connection real, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "prepareStatement", "prepareCall", "createStatement" -> {
                Object statement = call(real, method, arguments);
                String sql = arguments != null && arguments[0] instanceof String text ? text : null;
                Class<?> type = statement instanceof CallableStatement
                        ? CallableStatement.class
                        : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
                yield proxy(type, (self, called, given) -> onStatement(real, statement, sql, called, given));
            }
            case "commit", "setSavepoint", "releaseSavepoint", "rollback" ->
                counted(method.getName(), real, method, arguments);
            default -> call(real, method, arguments);
        };
    }

    private Object onStatement(Connection real, Object statement, String sql, Method method, Object[] arguments)
            throws Throwable {
        if (!method.getName().startsWith("execute") || !isActing()) {
            return call(statement, method, arguments);
        }
        String text = arguments != null && arguments.length > 0 ? String.valueOf(arguments[0]) : sql;
        String label = label(text);
        reached("before " + label);
        Object result = call(statement, method, arguments);
        if (splitting && label.equals("insert ledger_entry")) {
            real.commit();
        }
        reached("after " + label);
        return result;
    }

    private Object counted(String label, Object target, Method method, Object[] arguments) throws Throwable {
        if (!isActing()) {
            return call(target, method, arguments);
        }
        reached("before " + label);
        Object result = call(target, method, arguments);
        if (label.equals("commit")) {
            commits++;
        }
        reached("after " + label);
        return result;
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Steps.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
