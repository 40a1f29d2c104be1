package app.carddesk;

import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.cards.Serial;
import app.carddesk.shared.AuditedEvent;
import app.carddesk.shared.Money;
import app.carddesk.shared.Worth;
import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever reads the audit trail reads words. Every event of the application is made once for each way its constants and
 * its absent values can be combined; what acts and kinds of subject they name is what has words.
 */
class ActsHaveWordsTest {

    private static final List<AuditedEvent> EVENTS = ApplicationCode.CLASSES.stream()
            .filter(type -> type.isAssignableTo(AuditedEvent.class) && type.isRecord())
            .map(JavaClass::reflect)
            .flatMap(type -> made(type).stream())
            .map(AuditedEvent.class::cast)
            .toList();

    @Test
    void every_act_has_words_and_no_words_are_left_over() {
        assertThat(EVENTS).isNotEmpty();
        assertThat(keys("act.")).isEqualTo(named(EVENTS.stream().map(AuditedEvent::act)));
    }

    @Test
    void every_kind_of_subject_has_words() {
        assertThat(keys("subjectKind.")).isEqualTo(named(EVENTS.stream().map(AuditedEvent::subjectKind)));
    }

    private static Set<String> named(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(String prefix) {
        return named(Translations.SHIPPED.keys().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length())));
    }

    /** A record in every combination of its constants, with everything that may be absent there and not. */
    private static List<Object> made(Class<?> type) {
        List<Object> made = new ArrayList<>();
        for (boolean absent : new boolean[] {true, false}) {
            List<List<Object>> lists = new ArrayList<>();
            lists.add(new ArrayList<>());
            for (RecordComponent component : type.getRecordComponents()) {
                List<Object> values = absent && isNullable(component)
                        ? Arrays.asList(new Object[] {null})
                        : values(component.getType());
                List<List<Object>> longer = new ArrayList<>();
                lists.forEach(list -> values.forEach(value -> {
                    List<Object> one = new ArrayList<>(list);
                    one.add(value);
                    longer.add(one);
                }));
                lists = longer;
            }
            lists.forEach(list -> instance(type, list).ifPresent(made::add));
        }
        assertThat(made).as("ways to make a %s", type.getSimpleName()).isNotEmpty();
        return made;
    }

    private static boolean isNullable(RecordComponent component) {
        return Arrays.stream(component.getAnnotatedType().getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
    }

    private static List<Object> values(Class<?> type) {
        if (type.isEnum()) {
            return List.of(type.getEnumConstants());
        }
        if (type == Serial.class) {
            return List.of(new Serial("GCA04R2208815530"));
        }
        if (type == Worth.class || type == Money.class) {
            return List.of(Money.ofMinor(1, "DKK"));
        }
        if (type.isSealed()) {
            return values(type.getPermittedSubclasses()[0]);
        }
        if (type.isRecord()) {
            return made(type);
        }
        if (type == boolean.class) {
            return List.of(true, false);
        }
        if (type == UUID.class) {
            return List.of(new UUID(1, 2));
        }
        if (type == String.class) {
            return List.of("1");
        }
        if (type == Instant.class) {
            return List.of(Instant.EPOCH);
        }
        if (type == List.class) {
            return List.of(List.of());
        }
        if (type == Set.class) {
            return List.of(Set.of());
        }
        if (type == int.class || type == Integer.class) {
            return List.of(2026);
        }
        if (type == long.class || type == Long.class) {
            return List.of(2026L);
        }
        throw new IllegalArgumentException("No value of " + type + " for an event");
    }

    /** Nothing where the record itself does not take these values together. */
    private static Optional<Object> instance(Class<?> type, List<Object> values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(values.toArray()));
        } catch (InvocationTargetException refused) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
