package app.carddesk.evidence.link;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.ForDesk;
import app.carddesk.access.Person;
import app.carddesk.access.SystemRun;
import app.carddesk.evidence.OwnerCheck;
import app.carddesk.shared.Ids;
import app.carddesk.shared.Installation;
import app.carddesk.shared.Language;
import app.carddesk.web.PublicLinks;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time links, as the desk makes and closes them. A case has one open link at most. Every method throws
 * {@link AccessDeniedException} if the person signed in may not see the case.
 */
@Service
@ForDesk
@Transactional
public class UploadLinks {

    private static final int TRIES = 10;

    private final LinkRows rows;
    private final LinkActs acts;
    private final LinkLimits limits;
    private final OwnerCheck owners;
    private final ObjectProvider<LinkMail> mail;
    private final CurrentPerson person;
    private final SystemRun systemRun;
    private final Installation installation;
    private final PublicLinks publicLinks;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    UploadLinks(
            LinkRows rows,
            LinkActs acts,
            LinkLimits limits,
            OwnerCheck owners,
            ObjectProvider<LinkMail> mail,
            CurrentPerson person,
            SystemRun systemRun,
            Installation installation,
            PublicLinks publicLinks,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.acts = acts;
        this.limits = limits;
        this.owners = owners;
        this.mail = mail;
        this.person = person;
        this.systemRun = systemRun;
        this.installation = installation;
        this.publicLinks = publicLinks;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** What came of making a link. */
    public sealed interface Making {

        /** It is open; its token is told this once and kept nowhere. */
        record Made(UploadLink link, LinkToken token) implements Making {}

        /** The case takes no proofs now. */
        record Closed() implements Making {}

        /** Nobody said at which address people outside reach this installation, so that a link would lead anywhere. */
        record NoAddress() implements Making {}
    }

    /** How long a link may be open; the usual time among them. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Duration> times() {
        return java.util.stream.Stream.of(
                        Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(24), usualTime())
                .distinct()
                .sorted()
                .toList();
    }

    /** How long a link is open unless somebody says otherwise. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Duration usualTime() {
        return limits.openFor();
    }

    /** The customer's language; empty while nobody said it. */
    @Transactional(readOnly = true)
    public Optional<Language> languageOf(UUID owner) {
        return owners.language(owner);
    }

    /** The link that is open for a case now. */
    @Transactional(readOnly = true)
    public Optional<UploadLink> open(UUID owner) {
        owners.requireSee(owner);
        Instant now = clock.instant();
        return rows.notClosed(owner).filter(link -> link.expiresAt().isAfter(now));
    }

    /** Makes a link for a case; one that was open before is closed. */
    public Making make(UUID owner, Language language, Duration openFor) {
        if (!times().contains(openFor)) {
            throw new IllegalArgumentException("A link is not open for " + openFor);
        }
        if (!owners.mayChange(owner)) {
            return new Making.Closed();
        }
        if (!publicLinks.canBeMade()) {
            return new Making.NoAddress();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UploadLink link = new UploadLink(ids.next(), owner, language, person.id(), now, now.plus(openFor), null);
        LinkToken token = LinkToken.random(random);
        // Somebody else may make one for the same case between closing and inserting; theirs is closed then.
        for (int i = 0; i < TRIES; i++) {
            rows.notClosed(owner).ifPresent(acts::close);
            if (rows.insert(link, token.hash())) {
                events.publishEvent(new LinkChanged(link.id(), owner, LinkChanged.What.MADE));
                return new Making.Made(link, token);
            }
        }
        throw new ConcurrencyFailureException("Too many links are made for one case at once");
    }

    /** Closes the link of a case, if one is open; what came by it stays. */
    public void close(UUID owner) {
        owners.requireSee(owner);
        rows.notClosed(owner).ifPresent(acts::close);
    }

    /** Whether mail can be sent from here. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean canMail() {
        LinkMail sender = mail.getIfAvailable();
        return sender != null && sender.isReady();
    }

    /** Where mail to the customer of this case goes; empty if that is not known. */
    @Transactional(readOnly = true)
    public Optional<String> mailAddress(UUID owner) {
        owners.requireSee(owner);
        LinkMail sender = mail.getIfAvailable();
        return sender == null ? Optional.empty() : sender.addressOf(owner);
    }

    /** What is written to the customer about a link. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public LinkMessage message(UploadLink link, URI address) {
        return LinkMessage.of(link, address, installation.zone());
    }

    /**
     * Sends a link to the customer by mail, in the background.
     *
     * @param told the outcome, on a thread of its own
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void mail(UploadLink link, URI address, Consumer<LinkMail.Outcome> told) {
        owners.requireSee(link.owner());
        LinkMail sender = mail.getIfAvailable();
        if (sender == null || !sender.isReady()) {
            told.accept(LinkMail.Outcome.FAILED);
            return;
        }
        Person asked = person.get();
        sender.send(link.owner(), message(link, address), outcome -> {
            try {
                if (outcome == LinkMail.Outcome.SENT) {
                    systemRun.as(asked, () -> {
                        acts.mailed(link);
                        return outcome;
                    });
                }
            } finally {
                told.accept(outcome);
            }
        });
    }
}
