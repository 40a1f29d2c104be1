package app.carddesk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test that asks for trouble: each ERROR in the log that it leads to is declared here. Any other one fails it. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface LogsErrors {

    /** Parts of the lines, in the words of the log. */
    String[] value();

    /** Whether each of them must be logged at least once; else the test fails, too. */
    boolean always() default true;
}
