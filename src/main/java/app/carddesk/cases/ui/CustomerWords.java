package app.carddesk.cases.ui;

import app.carddesk.cases.Customer;
import app.carddesk.shared.ui.Texts;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A customer in words. */
final class CustomerWords {

    private CustomerWords() {}

    /** Everything that tells one customer from another. */
    static String of(Customer customer) {
        String words = Stream.of(
                        customer.name(),
                        customer.email() == null ? null : customer.email().value(),
                        customer.phone() == null ? null : customer.phone().display())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return words.isEmpty() ? Texts.t("cases.customer.nameless") : words;
    }
}
