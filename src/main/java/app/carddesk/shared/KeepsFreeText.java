package app.carddesk.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the columns into which a class writes what people typed, in the clear: {@code table.column}. Each such text passes
 * {@link FreeText} on its way; the house rules check that, and that every column of characters is either claimed here or
 * known to hold no free text.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface KeepsFreeText {

    /** The columns. */
    String[] value();
}
