package app.carddesk;

import static app.carddesk.Caller.ADMINISTRATORS;
import static app.carddesk.Caller.ANYBODY;
import static app.carddesk.Caller.DESK;
import static app.carddesk.Caller.OVERSIGHT;
import static app.carddesk.Caller.SIGNED_IN;
import static app.carddesk.Caller.SUPERVISORS;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.carddesk.access.FirstAdministrator;
import app.carddesk.access.People;
import app.carddesk.access.PeopleAdministration;
import app.carddesk.access.PersonContacts;
import app.carddesk.access.Preferences;
import app.carddesk.access.TestPeople;
import app.carddesk.audit.AuditLog;
import app.carddesk.audit.AuditVerification;
import app.carddesk.books.Books;
import app.carddesk.cards.CardChains;
import app.carddesk.cards.CardHistory;
import app.carddesk.cards.CardImports;
import app.carddesk.cards.CardLookup;
import app.carddesk.cards.CardOrigins;
import app.carddesk.cards.CardRegister;
import app.carddesk.cards.Corrections;
import app.carddesk.cards.ImportConfirmations;
import app.carddesk.cards.Journal;
import app.carddesk.cards.RecentCards;
import app.carddesk.cards.StockLevels;
import app.carddesk.cases.CallBacks;
import app.carddesk.cases.CaseEditing;
import app.carddesk.cases.CaseFile;
import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.CaseLine;
import app.carddesk.cases.CaseSearch;
import app.carddesk.cases.CaseWork;
import app.carddesk.cases.Contradictions;
import app.carddesk.cases.PictureOffers;
import app.carddesk.cases.Receipts;
import app.carddesk.cases.SavedViews;
import app.carddesk.evidence.Findings;
import app.carddesk.evidence.ProofHolds;
import app.carddesk.evidence.Proofs;
import app.carddesk.evidence.link.UploadLinks;
import app.carddesk.evidence.reuse.ReusedProofs;
import app.carddesk.guides.GuideEditing;
import app.carddesk.guides.Guides;
import app.carddesk.guides.Inquiries;
import app.carddesk.letters.CodeAddresses;
import app.carddesk.letters.LettersOfCase;
import app.carddesk.letters.Outbox;
import app.carddesk.letters.Replies;
import app.carddesk.letters.Templates;
import app.carddesk.notices.Notices;
import app.carddesk.personal.PersonalKeys;
import app.carddesk.policies.Limits;
import app.carddesk.policies.TermsLibrary;
import app.carddesk.replacements.Decision;
import app.carddesk.replacements.ReplacementChains;
import app.carddesk.replacements.ReplacementRequest;
import app.carddesk.replacements.Replacements;
import app.carddesk.replacements.RequestState;
import app.carddesk.replacements.ReviewQueue;
import app.carddesk.replacements.Samples;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/**
 * Every public method of every service, called directly by everybody. The table is written out by hand: a service that
 * is not in it fails, and so does one that lets in more or fewer people than it says.
 */
@CarddeskTest
@Tag("database")
class ServicesAndRolesTest {

    private static final Map<Class<?>, Set<Caller>> SERVICES = Map.ofEntries(
            entry(FirstAdministrator.class, ANYBODY),
            entry(People.class, SIGNED_IN),
            entry(PeopleAdministration.class, ADMINISTRATORS),
            entry(PersonContacts.class, SIGNED_IN),
            entry(Preferences.class, SIGNED_IN),
            entry(Notices.class, SIGNED_IN),
            entry(Books.class, OVERSIGHT),
            entry(CardHistory.class, DESK),
            entry(CardOrigins.class, DESK),
            entry(CardChains.class, DESK),
            entry(CardImports.class, ADMINISTRATORS),
            entry(ImportConfirmations.class, OVERSIGHT),
            entry(CardLookup.class, DESK),
            entry(CardRegister.class, DESK),
            entry(Corrections.class, SUPERVISORS),
            entry(Journal.class, DESK),
            entry(StockLevels.class, SIGNED_IN),
            entry(AuditLog.class, ADMINISTRATORS),
            entry(AuditVerification.class, ADMINISTRATORS),
            entry(PersonalKeys.class, SUPERVISORS),
            entry(CallBacks.class, DESK),
            entry(CaseEditing.class, DESK),
            entry(CaseFile.class, DESK),
            entry(CaseGuard.class, DESK),
            entry(Contradictions.class, DESK),
            entry(CaseSearch.class, DESK),
            entry(CaseWork.class, DESK),
            entry(SavedViews.class, DESK),
            entry(RecentCards.class, DESK),
            entry(PictureOffers.class, DESK),
            entry(Findings.class, DESK),
            entry(ProofHolds.class, DESK),
            entry(Proofs.class, DESK),
            entry(UploadLinks.class, DESK),
            entry(ReusedProofs.class, DESK),
            entry(Receipts.class, DESK),
            entry(GuideEditing.class, SUPERVISORS),
            entry(Guides.class, SIGNED_IN),
            entry(Inquiries.class, DESK),
            entry(CodeAddresses.class, DESK),
            entry(LettersOfCase.class, DESK),
            entry(Outbox.class, OVERSIGHT),
            entry(Replies.class, DESK),
            entry(Templates.class, SUPERVISORS),
            entry(Limits.class, DESK),
            entry(TermsLibrary.class, DESK),
            entry(Replacements.class, DESK),
            entry(ReplacementChains.class, DESK),
            entry(ReviewQueue.class, SUPERVISORS),
            entry(Samples.class, SUPERVISORS));

    /** Methods that are for other people than the rest of their service. */
    private static final Map<String, Set<Caller>> METHODS = Map.of(
            "CardRegister.bookActivation", SUPERVISORS,
            "CardRegister.liftVoid", SUPERVISORS,
            "CodeAddresses.approve", SUPERVISORS,
            "CodeAddresses.refuse", SUPERVISORS,
            "CodeAddresses.waiting", SUPERVISORS,
            "Replacements.against", SUPERVISORS,
            "Replacements.decide", SUPERVISORS,
            "ReviewQueue.countToDecide", DESK);

    @Autowired
    private ApplicationContext application;

    @Autowired
    private SignIn signIn;

    @Autowired
    private TestPeople people;

    @Autowired
    private CaseSearch search;

    @Autowired
    private CaseFile cases;

    @Autowired
    private Proofs proofs;

    @Autowired
    private Replacements replacements;

    @AfterEach
    void signOut() {
        signIn.out();
    }

    @Test
    void every_service_is_in_the_table_and_nothing_else() {
        assertThat(services().keySet()).containsExactlyInAnyOrderElementsOf(SERVICES.keySet());
    }

    @Test
    void every_exception_names_a_method() {
        Set<String> methods = services().keySet().stream()
                .flatMap(service -> publicMethods(service).stream())
                .map(ServicesAndRolesTest::name)
                .collect(Collectors.toSet());

        assertThat(methods).containsAll(METHODS.keySet());
    }

    @ParameterizedTest
    @EnumSource
    void every_method_admits_whom_the_table_names(Caller caller) {
        become(caller);
        Map<String, Answer> expected = new TreeMap<>();
        Map<String, Answer> answers = new TreeMap<>();
        services().forEach((type, bean) -> {
            Object probe = probe(bean);
            for (Method method : publicMethods(type)) {
                String signature = name(method) + Arrays.toString(method.getParameterTypes());
                expected.put(signature, expected(type, method, caller));
                answers.put(signature, call(probe, method));
            }
        });

        assertThat(answers).isEqualTo(expected);
    }

    @Test
    void an_administrator_alone_reads_no_case_and_neither_requests_nor_decides() {
        signIn.as("supervisor");
        CaseLine line = search.find("mogens.opdigtsen@example.com")
                .orElseThrow()
                .cases()
                .getFirst();
        ReplacementRequest request = replacements.ofCase(line.id()).getFirst();

        become(Caller.ADMINISTRATOR);
        assertDenied(() -> cases.read(line.number()));
        assertDenied(() -> search.find("mogens.opdigtsen@example.com"));
        assertDenied(() -> proofs.of(line.id()));
        assertDenied(() -> replacements.ofCase(line.id()));
        assertDenied(() -> replacements.refer(line.id(), "Please", key()));
        assertDenied(() -> replacements.decide(request.id(), request.version(), new Decision.Approve(null), key()));

        signIn.as("supervisor");
        assertThat(replacements.ofCase(line.id())).singleElement().satisfies(after -> {
            assertThat(after.state()).isEqualTo(RequestState.PENDING);
            assertThat(after.version()).isEqualTo(request.version());
        });
    }

    /** What a guard answers. */
    private enum Answer {
        ADMITTED,
        DENIED,
        ASKED_TO_SIGN_IN
    }

    /** Thrown where a method would have begun. */
    private static final class Admitted extends RuntimeException {}

    private Answer expected(Class<?> type, Method method, Caller caller) {
        if (METHODS.getOrDefault(name(method), SERVICES.getOrDefault(type, EnumSet.noneOf(Caller.class)))
                .contains(caller)) {
            return Answer.ADMITTED;
        }
        return caller == Caller.NOBODY ? Answer.ASKED_TO_SIGN_IN : Answer.DENIED;
    }

    private static Answer call(Object probe, Method method) {
        try {
            method.invoke(probe, nothing(method));
        } catch (InvocationTargetException thrown) {
            return switch (thrown.getCause()) {
                case Admitted _ -> Answer.ADMITTED;
                case AuthorizationDeniedException _ -> Answer.DENIED;
                case AuthenticationCredentialsNotFoundException _ -> Answer.ASKED_TO_SIGN_IN;
                default -> throw new AssertionError(method.toString(), thrown.getCause());
            };
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError(method + " was entered");
    }

    /** The service behind the very guards of its bean, stopping where the method itself would begin. */
    private static Object probe(Object bean) {
        ProxyFactory factory = new ProxyFactory();
        factory.setProxyTargetClass(true);
        factory.setTarget(
                AopProxyUtils.getSingletonTarget(bean) == null ? bean : AopProxyUtils.getSingletonTarget(bean));
        if (bean instanceof Advised guarded) {
            for (Advisor advisor : guarded.getAdvisors()) {
                // Nothing is entered, so nothing needs a transaction, and some methods refuse to begin one.
                if (!(advisor.getAdvice() instanceof TransactionInterceptor)) {
                    factory.addAdvisor(advisor);
                }
            }
        }
        factory.addAdvice((MethodInterceptor) invocation -> {
            throw new Admitted();
        });
        return factory.getProxy(bean.getClass().getClassLoader());
    }

    private Map<Class<?>, Object> services() {
        return application.getBeansWithAnnotation(Service.class).values().stream()
                .filter(bean -> AopUtils.getTargetClass(bean).getName().startsWith("app.carddesk."))
                .collect(Collectors.toMap(AopUtils::getTargetClass, bean -> bean));
    }

    private static List<Method> publicMethods(Class<?> service) {
        List<Method> methods = new ArrayList<>();
        for (Method method : service.getMethods()) {
            boolean own = method.getDeclaringClass().getName().startsWith("app.carddesk.");
            if (own && !method.isSynthetic() && !Modifier.isStatic(method.getModifiers())) {
                methods.add(method);
            }
        }
        assertThat(methods).as(service.getName()).isNotEmpty();
        return methods;
    }

    private static Object[] nothing(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> {
                    if (type == boolean.class) {
                        return (Object) false;
                    }
                    if (type == int.class) {
                        return 0;
                    }
                    return type == long.class ? 0L : null;
                })
                .toArray();
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private void become(Caller caller) {
        String username = caller.username(people);
        if (username == null) {
            signIn.out();
        } else {
            signIn.as(username);
        }
    }

    private static void assertDenied(Runnable act) {
        assertThatThrownBy(act::run).isInstanceOf(AccessDeniedException.class);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
