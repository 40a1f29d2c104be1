package app.carddesk.cases;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the fields of a case hold; what nobody said is absent. */
public final class CaseValues {

    private final Map<CaseField<?>, Object> values;

    private CaseValues(Map<CaseField<?>, Object> values) {
        this.values = values;
    }

    static CaseValues read(CaseField.Reader row) {
        Map<CaseField<?>, Object> values = new HashMap<>();
        for (CaseField<?> field : CaseField.all()) {
            Object value = field.read(row);
            if (value != null) {
                values.put(field, value);
            }
        }
        return new CaseValues(values);
    }

    /** What a field holds, or null if nobody has said it. */
    @SuppressWarnings("unchecked") // only read() fills the map, each field with what it read itself
    public <T> @Nullable T get(CaseField<T> field) {
        return (T) values.get(field);
    }
}
