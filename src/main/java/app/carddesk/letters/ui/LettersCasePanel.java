package app.carddesk.letters.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.People;
import app.carddesk.cases.CaseDossier;
import app.carddesk.cases.CaseGuard;
import app.carddesk.cases.ui.CasePanel;
import app.carddesk.letters.CodeAddresses;
import app.carddesk.letters.CodeDestination;
import app.carddesk.letters.Letter;
import app.carddesk.letters.LetterKind;
import app.carddesk.letters.LetterState;
import app.carddesk.letters.LettersOfCase;
import app.carddesk.letters.MailStanding;
import app.carddesk.letters.Replies;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.LetterKeys;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** Brings to the case page the letter that suits it now, and those that were written. */
@org.springframework.stereotype.Component
@Order(20)
class LettersCasePanel implements CasePanel {

    private final LettersOfCase letters;
    private final Replies replies;
    private final CodeAddresses addresses;
    private final CaseGuard guard;
    private final CurrentPerson person;
    private final People people;

    LettersCasePanel(
            LettersOfCase letters,
            Replies replies,
            CodeAddresses addresses,
            CaseGuard guard,
            CurrentPerson person,
            People people) {
        this.letters = letters;
        this.replies = replies;
        this.addresses = addresses;
        this.guard = guard;
        this.person = person;
        this.people = people;
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public Optional<Component> create(CaseDossier dossier, Runnable refresh) {
        List<Letter> written = letters.of(dossier.summary().id());
        boolean own = guard.isAboutMe(dossier.summary().id());
        if (own && written.isEmpty()) {
            return Optional.empty();
        }
        LettersPanel panel = new LettersPanel();
        if (!own) {
            panel.add(suggestion(dossier, refresh));
        }
        addresses
                .waitingIn(dossier.summary().id())
                .forEach(one -> panel.add(new CodeAddressCard(one, addresses, person, people, refresh)));
        MailStanding mail = letters.mail();
        if (mail.server() == null) {
            panel.add(soft(Texts.t("letters.noServer.hint")));
        }
        if (written.isEmpty()) {
            panel.add(soft(Texts.t("letters.none")));
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("cd-letters");
            Set<@Nullable UUID> repeated = written.stream().map(Letter::againOf).collect(Collectors.toSet());
            written.forEach(letter -> list.add(line(letter, mail, own, repeated.contains(letter.id()), refresh)));
            panel.add(list);
        }
        if (!own) {
            panel.add(ReplyDrop.of(replies, dossier.summary().id(), refresh));
        }
        return Optional.of(panel);
    }

    private Component suggestion(CaseDossier dossier, Runnable refresh) {
        LetterKind kind = letters.suiting(dossier);
        Button write = new Button(Texts.t("letters.write"));
        LetterKeys.bind(write, "L", write);
        write.addClickListener(
                event -> new LetterDialog(letters, dossier.summary().id(), kind, refresh).open());
        Span what = new Span(Texts.t("letters.suits", Texts.of(kind)));
        what.addClassName("cd-grow");
        Div row = new Div(what, write);
        row.addClassName("cd-row");
        return row;
    }

    private ListItem line(Letter letter, MailStanding mail, boolean own, boolean repeated, Runnable refresh) {
        NativeButton open = new NativeButton(Texts.of(letter.kind()));
        open.addClassName("cd-link");
        open.addClickListener(event -> read(letter, own, refresh));
        Div row = new Div(
                open,
                LetterWords.badge(letter.state()),
                soft(Texts.t(
                        "letters.details",
                        letter.language().nativeName(),
                        Formats.current().dateTime(letter.createdAt()))),
                soft(LetterWords.standing(letter, mail)));
        row.addClassName("cd-row");
        ListItem item = new ListItem(row);
        if (letter.state() == LetterState.BOUNCED && !own && !repeated) {
            item.add(correction(letter, refresh));
        }
        return item;
    }

    /** The way on from a letter that came back. */
    private Button correction(Letter letter, Runnable refresh) {
        Optional<CodeDestination> destination = addresses.of(letter);
        if (destination.isPresent()) {
            return elsewhere(letter, destination.get(), refresh);
        }
        Button correct = new Button(Texts.t("letters.bounced.again"));
        correct.addThemeVariants(ButtonVariant.SMALL);
        correct.setAriaLabel(Texts.t("letters.bounced.again.of", Texts.of(letter.kind())));
        correct.addClickListener(event -> read(letter, false, refresh));
        return correct;
    }

    /** A code that came back goes elsewhere by a second person alone. */
    private Button elsewhere(Letter letter, CodeDestination destination, Runnable refresh) {
        Button elsewhere = new Button(Texts.t("letters.code.elsewhere"));
        elsewhere.addThemeVariants(ButtonVariant.SMALL);
        elsewhere.addClickListener(
                event -> new CodeAddressDialog(addresses, letter, destination, false, refresh).open());
        return elsewhere;
    }

    private void read(Letter letter, boolean own, Runnable refresh) {
        letters.read(letter.id()).ifPresent(copy -> new LetterReader(letters, addresses, copy, own, refresh).open());
    }

    private static Paragraph soft(String text) {
        Paragraph soft = new Paragraph(text);
        soft.addClassNames("cd-soft", "cd-small");
        return soft;
    }
}
