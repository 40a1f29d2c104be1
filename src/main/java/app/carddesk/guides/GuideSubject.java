package app.carddesk.guides;

import app.carddesk.shared.CardKind;
import app.carddesk.shared.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a guide is about. There is one guide for each, and no other. */
public sealed interface GuideSubject {

    /** How many sections the terms have. */
    int SECTIONS = 12;

    GuideGroup group();

    /** The last part of the guide's address; stable. */
    String slug();

    /** Where its facts come from. */
    List<Source> sources();

    /** A problem that a customer reports. */
    record OfProblem(Problem problem) implements GuideSubject {

        @Override
        public GuideGroup group() {
            return GuideGroup.PROBLEM;
        }

        @Override
        public String slug() {
            return GuideSubject.slug("problem", problem);
        }

        @Override
        public List<Source> sources() {
            return switch (problem) {
                case INVALID, ALREADY_REDEEMED, NOT_ACTIVATED, UNREADABLE, EXPIRED -> Source.articles();
                case OTHER_REGION -> join(Source.articles(), Source.terms(3));
                case LOST_OR_STOLEN -> Source.terms(7);
            };
        }
    }

    /** A kind of card or code. */
    record OfKind(CardKind kind) implements GuideSubject {

        @Override
        public GuideGroup group() {
            return GuideGroup.KIND;
        }

        @Override
        public String slug() {
            return GuideSubject.slug("kind", kind);
        }

        @Override
        public List<Source> sources() {
            return switch (kind) {
                case APP_STORE_ITUNES -> join(Source.articles(), Source.terms(2));
                case APPLE_MUSIC, TOP_UP_CHINA -> Source.articles();
                case APPLE_STORE -> join(Source.articles(), Source.terms(3));
                case APPLE_GIFT_CARD -> Source.terms(2);
                case CONTENT_CODE -> join(Source.articles(), Source.terms(2, 8));
            };
        }
    }

    /** What a serial number begins with. */
    record OfPrefix(SerialPrefix prefix) implements GuideSubject {

        @Override
        public GuideGroup group() {
            return GuideGroup.PREFIX;
        }

        @Override
        public String slug() {
            return "prefix-" + prefix.text().toLowerCase(Locale.ROOT);
        }

        @Override
        public List<Source> sources() {
            return Source.articles();
        }
    }

    /** A section of the terms, 1 to {@value #SECTIONS}. */
    record OfSection(int section) implements GuideSubject {

        public OfSection {
            if (section < 1 || section > SECTIONS) {
                throw new IllegalArgumentException("The terms have no section " + section);
            }
        }

        @Override
        public GuideGroup group() {
            return GuideGroup.TERMS;
        }

        @Override
        public String slug() {
            return "terms-" + section;
        }

        @Override
        public List<Source> sources() {
            return Source.terms(section);
        }
    }

    /** Something else that customers ask about. */
    record OfTopic(InquiryTopic topic) implements GuideSubject {

        @Override
        public GuideGroup group() {
            return GuideGroup.TOPIC;
        }

        @Override
        public String slug() {
            return GuideSubject.slug("topic", topic);
        }

        @Override
        public List<Source> sources() {
            return Source.billingPage();
        }
    }

    /** Everything there is a guide about, in the order it is shown in. */
    static List<GuideSubject> all() {
        return Stream.of(
                        Arrays.stream(Problem.values()).map(OfProblem::new),
                        Arrays.stream(CardKind.values()).map(OfKind::new),
                        Arrays.stream(SerialPrefix.values()).map(OfPrefix::new),
                        IntStream.rangeClosed(1, SECTIONS).mapToObj(OfSection::new),
                        Arrays.stream(InquiryTopic.values()).map(OfTopic::new))
                .flatMap(subjects -> subjects.map(GuideSubject.class::cast))
                .toList();
    }

    /** What the guide with this address is about. */
    static Optional<GuideSubject> ofSlug(String slug) {
        return all().stream().filter(subject -> subject.slug().equals(slug)).findFirst();
    }

    private static String slug(String group, Enum<?> constant) {
        return group + "-" + constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Source> join(List<Source> one, List<Source> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
