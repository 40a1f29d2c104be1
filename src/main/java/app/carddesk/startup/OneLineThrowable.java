package app.carddesk.startup;

import ch.qos.logback.classic.pattern.ExtendedThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A stack trace in which the messages of exceptions stay on their lines. */
public class OneLineThrowable extends ExtendedThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        return super.throwableProxyToString(clean(thrown));
    }

    private static IThrowableProxy clean(IThrowableProxy thrown) {
        return (IThrowableProxy) Proxy.newProxyInstance(
                IThrowableProxy.class.getClassLoader(),
                new Class<?>[] {IThrowableProxy.class},
                (self, method, arguments) -> clean(call(thrown, method, arguments)));
    }

    private static @Nullable Object clean(@Nullable Object value) {
        return switch (value) {
            case String text -> OneLine.of(text);
            case IThrowableProxy cause -> clean(cause);
            case IThrowableProxy[] suppressed ->
                Arrays.stream(suppressed).map(OneLineThrowable::clean).toArray(IThrowableProxy[]::new);
            case null, default -> value;
        };
    }

    private static @Nullable Object call(IThrowableProxy thrown, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(thrown, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
