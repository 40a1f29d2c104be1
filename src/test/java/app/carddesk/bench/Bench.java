package app.carddesk.bench;

import app.carddesk.CarddeskTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;

/** Measures something on the whole application and adds it to the {@link Figures}; runs in the profile {@code bench}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CarddeskTest
@Import(Statements.Configuration.class)
@ExtendWith(Figures.class)
@interface Bench {}
