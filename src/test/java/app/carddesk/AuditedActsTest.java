package app.carddesk;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import app.carddesk.shared.AuditedEvent;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Whatever writes can tell the audit trail. For each public method of a service the calls are followed through the whole
 * application: where they can reach a write to the database, they must be able to reach an audited event as well. Which
 * event each way leads to is for each module's own tests; a service that writes and knows of no event at all is found
 * here.
 */
class AuditedActsTest {

    /** Methods that write and tell nothing, and why. */
    private static final Map<String, String> NOT_AUDITED = Map.ofEntries(
            entry("Preferences.choose", "how one's own screens look is nobody else's business"),
            entry("Preferences.chooseTour", "how one's own screens look is nobody else's business"),
            entry("RecentCards.seen", "a list of one's own, for finding a card again"),
            entry("SavedViews.save", "a list of one's own, for finding cases again"),
            entry("SavedViews.remove", "a list of one's own, for finding cases again"),
            entry("Notices.markRead", "what somebody has read is nobody else's business"),
            entry("Notices.markAllRead", "what somebody has read is nobody else's business"),
            entry("CaseEditing.keepDraft", "what somebody is typing is no act before they commit it"),
            entry("CaseEditing.dropDrafts", "what somebody is typing is no act before they commit it"),
            entry("CaseEditing.dropDraft", "what somebody is typing is no act before they commit it"),
            entry("CaseWork.take", "a step tried with a customer is told in the case's own timeline"),
            entry("CaseWork.undo", "a step tried with a customer is told in the case's own timeline"),
            entry("CaseFile.record", "the caller's act is audited; this tells the case's timeline of it"),
            entry("AuditVerification.latest", "marks a verification as ended whose process is gone"),
            entry("Findings.dismiss", "putting an offer away changes nothing but the screen"),
            entry("PictureOffers.dismiss", "putting an offer away changes nothing but the screen"),
            entry("Inquiries.open", "an inquiry is told when it is closed"),
            entry("Inquiries.drop", "what was never closed was no inquiry"),
            entry("ProofHolds.hold", "part of the request or decision that is audited, and of nothing else"),
            entry("ProofHolds.release", "part of the withdrawal that is audited, and of nothing else"),
            entry("Proofs.drawAgain", "the proof was given before; it only can be seen from now on"),
            entry("Proofs.destroyRemoved", "follows from the closing of the case, which is audited"),
            entry("Proofs.dropOriginals", "follows from the closing of the case, which is audited"));

    @Test
    void every_service_method_that_writes_can_tell_the_audit_trail() {
        assertThat(silent(ApplicationCode.CLASSES)).isEqualTo(new TreeSet<>(NOT_AUDITED.keySet()));
    }

    @Test
    void a_service_that_writes_in_silence_is_noticed() {
        JavaClasses broken = new ClassFileImporter().importPackages("broken.silence", "app.carddesk.shared");

        assertThat(silent(broken)).containsExactly("SilentService.rename");
    }

    @Test
    void every_event_is_a_record() {
        Set<JavaClass> events = ApplicationCode.CLASSES.stream()
                .filter(type -> type.isAssignableTo(AuditedEvent.class) && !type.isInterface())
                .collect(Collectors.toSet());

        assertThat(events).hasSizeGreaterThan(12);
        assertThat(events).allMatch(type -> type.isRecord(), "is a record, so that nothing in it changes later");
    }

    /** Public methods of services that reach a write and no event. */
    private static Set<String> silent(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(Service.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> reaches(classes, method, AuditedActsTest::writes))
                .filter(method -> !reaches(classes, method, AuditedActsTest::makesAnEvent))
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean reaches(JavaClasses classes, JavaMethod from, Predicate<JavaAccess<?>> what) {
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(Set.of(from));
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (!seen.add(unit)) {
                continue;
            }
            if (Stream.concat(unit.getAccessesFromSelf().stream(), unit.getMethodReferencesFromSelf().stream())
                    .anyMatch(what)) {
                return true;
            }
            Stream.concat(unit.getCallsFromSelf().stream(), unit.getMethodReferencesFromSelf().stream())
                    .flatMap(call -> call.getTarget().resolveMember().stream())
                    .filter(JavaCodeUnit.class::isInstance)
                    .map(JavaCodeUnit.class::cast)
                    .forEach(target -> {
                        open.push(target);
                        implementations(classes, target).forEach(open::push);
                    });
        }
        return false;
    }

    private static Stream<JavaMethod> implementations(JavaClasses classes, JavaCodeUnit target) {
        JavaClass owner = target.getOwner();
        boolean open = owner.isInterface() || owner.getModifiers().contains(JavaModifier.ABSTRACT);
        return open && classes.contain(owner.getName())
                ? owner.getAllSubclasses().stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getName().equals(target.getName()))
                : Stream.empty();
    }

    private static boolean writes(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return access.getTarget().getName().matches("update|batchUpdate")
                && (owner.isEquivalentTo(JdbcClient.StatementSpec.class)
                        || owner.getPackageName().startsWith("org.springframework.jdbc"));
    }

    private static boolean makesAnEvent(JavaAccess<?> access) {
        return access.getTarget().getName().equals("<init>")
                && access.getTargetOwner().isAssignableTo(AuditedEvent.class);
    }
}
