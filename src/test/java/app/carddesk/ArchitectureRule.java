package app.carddesk;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import app.carddesk.shared.FreeText;
import app.carddesk.shared.KeepsFreeText;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.dom.Style;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.mail.Transport;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;

/** The rules of the house. Each names the package below {@code broken} whose code breaks it and nothing else does. */
enum ArchitectureRule {
    TERMS_IS_PURE_JAVA(
            "purity",
            classes()
                    .that()
                    .resideInAPackage("..terms..")
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage("java..", "..terms..", "..shared", "org.jspecify..")
                            .and(DescribedPredicate.not(resideInAPackage("java.sql..")))
                            .or(resideInAPackage("org.springframework.modulith"))
                            .as("plain Java, shared words and the module's own declaration"))
                    .because("the verdict is one pure function")),

    VAADIN_STAYS_IN_THE_SCREENS(
            "screens",
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..ui..", "..shell..")
                    .and()
                    .doNotHaveSimpleName("CarddeskApplication")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("com.vaadin..").and(DescribedPredicate.not(securityConfiguration())))
                    .because("views live in a module's ui package")),

    SERVICES_KNOW_NO_VAADIN(
            "services",
            noClasses()
                    .that()
                    .areAnnotatedWith(Service.class)
                    .should()
                    .dependOnClassesThat(resideInAPackage("com.vaadin.."))
                    .because("values go in, records and sealed results come out")),

    FREE_TEXT_PASSES_THE_RECOGNISER(
            "freetext",
            classes()
                    .that()
                    .areAnnotatedWith(KeepsFreeText.class)
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(FreeText.class)
                    .because("what people typed reaches a table only with its redemption codes covered")),

    ENTITIES_AND_REPOSITORIES_ARE_PACKAGE_PRIVATE(
            "entities",
            noClasses()
                    .that(describe("are entities or repositories", ArchitectureRule::isPersistence))
                    .should()
                    .bePublic()
                    .because("a module's tables are its own")),

    NOTHING_IS_PRINTED("printing", GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS),

    DATES_ARE_OF_JAVA_TIME(
            "dates",
            noClasses()
                    .should()
                    .dependOnClassesThat(DescribedPredicate.or(
                            assignableTo(Date.class),
                            assignableTo(Calendar.class),
                            assignableTo(java.text.DateFormat.class)))),

    TIME_COMES_FROM_THE_CLOCK(
            "clock",
            noClasses()
                    .should(callMethodWhere(describe("reads the time without the clock", ArchitectureRule::readsTime)))
                    .because("tests and audits need one clock")),

    VIEWS_SAY_WHO_MAY_SEE_THEM(
            "routes",
            classes()
                    .that()
                    .areAnnotatedWith(Route.class)
                    .should()
                    .beAnnotatedWith(RolesAllowed.class)
                    .orShould()
                    .beAnnotatedWith(PermitAll.class)
                    .orShould()
                    .beAnnotatedWith(AnonymousAllowed.class)),

    NOBODY_IMPORTS_THE_SHELL(
            "frame",
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..shell..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..shell..")),

    CODES_LEAVE_THE_STOCK_BY_LETTER_ALONE(
            "codes",
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..letters", "..cards", "..cards.release")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..cards.release")
                    .because("a redemption code is put into the mailed letter and shown nowhere")),

    MAIL_LEAVES_BY_ONE_WAY(
            "mail",
            noClasses()
                    .that(DescribedPredicate.not(describe(
                            "carry mail",
                            (JavaClass type) -> type.getPackageName().equals("app.carddesk.letters")
                                    && type.getName().matches(".*\\.Mail(Answers|Carrier|Server|Transport)(\\$.*)?"))))
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("org.springframework.mail..").or(assignableTo(Transport.class)))
                    .because("whoever sends mail otherwise sends it to whoever is left of an address beyond ASCII")),

    SERVICES_ARE_GUARDED(
            "guards",
            classes()
                    .that()
                    .areAnnotatedWith(Service.class)
                    .should(new ArchCondition<>("be guarded, as a class or in every public method") {
                        @Override
                        public void check(JavaClass service, ConditionEvents events) {
                            unguarded(service)
                                    .forEach(method -> events.add(SimpleConditionEvent.violated(
                                            method, method.getFullName() + " has no guard")));
                        }
                    })),

    LOOKS_COME_FROM_THE_STYLE_SHEET(
            "looks",
            noClasses()
                    .should(callMethodWhere(describe(
                            "styles a component",
                            (JavaMethodCall call) -> call.getName().equals("getStyle")
                                    && call.getTarget().getRawReturnType().isEquivalentTo(Style.class))))),

    PAYMENTS_ARE_CONFIRMED_IN_ONE_DIALOG(
            "payments",
            noClasses()
                    .that()
                    .resideInAnyPackage("..cards..", "..replacements..", "..letters..", "..books..")
                    .should()
                    .dependOnClassesThat(assignableTo(ConfirmDialog.class))
                    .because("the key that opened it, held a moment too long, would confirm it: PaymentDialog does not"
                            + " let it")),

    AMOUNTS_ARE_TYPED_IN_ONE_FIELD(
            "amounts",
            noClasses()
                    .should()
                    .dependOnClassesThat(
                            DescribedPredicate.or(assignableTo(BigDecimalField.class), assignableTo(NumberField.class)))
                    .because("these read a point or a comma as the language says, and 300,50 becomes 30050: AmountField"
                            + " reads what was meant")),

    NOTHING_IS_INJECTED_INTO_FIELDS("injection", GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION),

    PASSWORDS_ARE_COMPARED_WHERE_ATTEMPTS_ARE_COUNTED(
            "passwords",
            noClasses()
                    .that()
                    .doNotHaveSimpleName("PasswordSignIn")
                    .should(callMethodWhere(describe(
                            "compares a password",
                            (JavaMethodCall call) -> call.getName().equals("matches")
                                    && call.getTargetOwner().isAssignableTo(PasswordEncoder.class))))
                    .because("whoever guesses is counted on every way in")),

    NO_FLOATING_POINT_BEHIND_THE_SCREENS(
            "floating",
            classes()
                    .that()
                    // Pictures are scaled and compared in fractions; nothing there is an amount.
                    .resideOutsideOfPackages("..ui..", "..evidence..", "..shell..")
                    .should(new ArchCondition<>("have no member of a floating-point type") {
                        @Override
                        public void check(JavaClass type, ConditionEvents events) {
                            floatingMembers(type)
                                    .forEach(member -> events.add(
                                            SimpleConditionEvent.violated(type, member + " is not a whole number")));
                        }
                    })
                    .because("money is counted in whole minor units"));

    /**
     * Services that everybody may call, and why. They decide nothing and tell nothing that the caller could not know.
     */
    static final Map<String, String> OPEN_SERVICES =
            Map.of("app.carddesk.access.FirstAdministrator", "nobody can sign in yet; its guard is the one-time link");

    private static final Set<String> FLOATING =
            Set.of("double", "float", Double.class.getName(), Float.class.getName());

    private final String fixture;
    private final ArchRule rule;

    ArchitectureRule(String fixture, ArchRule rule) {
        this.fixture = "broken." + fixture;
        this.rule = rule;
    }

    /** The package whose code breaks this rule. */
    String fixture() {
        return fixture;
    }

    ArchRule rule() {
        return rule;
    }

    private static DescribedPredicate<JavaClass> securityConfiguration() {
        return resideInAPackage("com.vaadin.flow.spring.security..");
    }

    /** What keeps tables: whatever is named so, and whatever speaks SQL without being a service. */
    private static boolean isPersistence(JavaClass type) {
        return type.getSimpleName().matches(".+(Repository|Entity)")
                || type.isAnnotatedWith(Repository.class)
                || speaksSql(type) && !type.isAnnotatedWith(Service.class);
    }

    private static boolean speaksSql(JavaClass type) {
        return type.getAllFields().stream().anyMatch(field -> field.getRawType().isEquivalentTo(JdbcClient.class));
    }

    private static boolean readsTime(JavaMethodCall call) {
        String method = call.getName();
        JavaClass owner = call.getTargetOwner();
        if (owner.isEquivalentTo(System.class)) {
            return method.equals("currentTimeMillis");
        }
        if (owner.isEquivalentTo(Clock.class)) {
            return method.startsWith("system")
                    && !call.getOriginOwner().getSimpleName().equals("CarddeskApplication");
        }
        return owner.getPackageName().startsWith("java.time")
                && method.equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static Stream<JavaMethod> unguarded(JavaClass service) {
        if (guarded(service) || OPEN_SERVICES.containsKey(service.getName())) {
            return Stream.empty();
        }
        return service.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(method ->
                        !method.isAnnotatedWith(PreAuthorize.class) && !method.isMetaAnnotatedWith(PreAuthorize.class));
    }

    private static boolean guarded(JavaClass service) {
        return service.isAnnotatedWith(PreAuthorize.class) || service.isMetaAnnotatedWith(PreAuthorize.class);
    }

    private static Stream<String> floatingMembers(JavaClass type) {
        Stream<String> fields = type.getFields().stream()
                .filter(field -> FLOATING.contains(field.getRawType().getName()))
                .map(field -> field.getFullName());
        Stream<String> codeUnits = type.getCodeUnits().stream()
                .filter(ArchitectureRule::usesFloating)
                .map(JavaCodeUnit::getFullName);
        return Stream.concat(fields, codeUnits);
    }

    private static boolean usesFloating(JavaCodeUnit codeUnit) {
        return Stream.concat(Stream.of(codeUnit.getRawReturnType()), codeUnit.getRawParameterTypes().stream())
                .anyMatch(type -> FLOATING.contains(type.getName()));
    }
}
