package app.carddesk.terms;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The versions of the terms the desk has, and the choice among them: the purchase picks the version (section 1). */
public record TermsOnFile(List<Facts.TermsVersion> versions) {

    public TermsOnFile {
        versions = List.copyOf(versions);
    }

    /**
     * The version that governs a purchase: the latest of its country that was in force on its day.
     *
     * @return empty when none on file was in force there and then, or when the country or the day is not known
     */
    public Optional<Facts.TermsVersion> governing(Facts.Purchase purchase) {
        var country = purchase.country();
        var date = purchase.date();
        if (country == null || date == null) {
            return Optional.empty();
        }
        return versions.stream()
                .filter(version -> version.country().equals(country))
                .filter(version -> !version.from().isAfter(date))
                .max(Comparator.comparing(Facts.TermsVersion::from));
    }
}
