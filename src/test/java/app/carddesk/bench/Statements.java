package app.carddesk.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The statements some work sends, with their values, so that plain JDBC can send the very same. */
final class Statements {

    private static volatile Statements recording;

    private final List<Sent> sent = new ArrayList<>();

    private record Sent(String sql, List<Value> values) {}

    private record Value(Method setter, Object[] arguments) {}

    /** Records what {@code work} sends on this thread and any other meanwhile. */
    static Statements of(Runnable work) {
        Statements statements = new Statements();
        recording = statements;
        try {
            work.run();
        } finally {
            recording = null;
        }
        return statements;
    }

    int count() {
        return sent.size();
    }

    /** Sends them again and reads every column of every row; gives the number of rows. */
    int replay(Connection connection) throws SQLException, ReflectiveOperationException {
        int rows = 0;
        for (Sent one : sent) {
            try (PreparedStatement statement = connection.prepareStatement(one.sql())) {
                for (Value value : one.values()) {
                    value.setter().invoke(statement, value.arguments());
                }
                try (ResultSet result = statement.executeQuery()) {
                    int columns = result.getMetaData().getColumnCount();
                    while (result.next()) {
                        for (int i = 1; i <= columns; i++) {
                            result.getObject(i);
                        }
                        rows++;
                    }
                }
            }
        }
        return rows;
    }

    private Connection recorded(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object made = call(connection, method, arguments);
            return switch (made) {
                case PreparedStatement statement -> recorded(statement, (String) arguments[0]);
                case java.sql.Statement statement -> {
                    sent.add(new Sent("", List.of()));
                    yield statement;
                }
                case null, default -> made;
            };
        });
    }

    private PreparedStatement recorded(PreparedStatement statement, String sql) {
        List<Value> values = new ArrayList<>();
        sent.add(new Sent(sql, values));
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("set") && method.getDeclaringClass() == PreparedStatement.class) {
                values.add(new Value(method, arguments));
            }
            return call(statement, method, arguments);
        });
    }

    private interface Handler {
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> handler.handle(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Lets connections through as they are unless something is being recorded. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        static BeanPostProcessor recordedDataSource() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? new Recorded(source) : bean;
                }
            };
        }
    }

    private static final class Recorded extends DelegatingDataSource {

        Recorded(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            Statements now = recording;
            return now == null ? connection : now.recorded(connection);
        }
    }
}
