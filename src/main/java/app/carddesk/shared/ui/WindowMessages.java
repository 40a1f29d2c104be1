package app.carddesk.shared.ui;

import com.vaadin.flow.server.communication.ServerRpcHandler;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells a window that sent what cannot be carried out from a failure of ours. */
public final class WindowMessages {

    /** Vaadin's class that takes apart what a window sent; what it calls stands above it in a stack trace. */
    private static final String READER = ServerRpcHandler.class.getName();

    private static final String OURS = "app.carddesk.";

    /** Causes may go round in a circle. */
    private static final int CAUSES = 12;

    private WindowMessages() {}

    /**
     * Whether Vaadin failed on what a window sent before it called anything of ours: whoever sent it is at fault, and what
     * it said may stand in the words of the failure.
     */
    public static boolean areAtFault(Throwable failure) {
        return frames(failure).anyMatch(name -> name.startsWith(READER))
                && causes(failure)
                        .noneMatch(cause -> frames(cause)
                                .takeWhile(name -> !name.startsWith(READER))
                                .anyMatch(name -> name.startsWith(OURS)));
    }

    /** A failure and what caused it. */
    public static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(CAUSES);
    }

    /** What failed and where, without its words, which may repeat the message. */
    public static String placeOf(Throwable failure) {
        return failure.getClass().getName()
                + Arrays.stream(failure.getStackTrace())
                        .findFirst()
                        .map(frame -> " at " + frame)
                        .orElse("");
    }

    private static Stream<String> frames(Throwable failure) {
        return Arrays.stream(failure.getStackTrace()).map(StackTraceElement::getClassName);
    }
}
