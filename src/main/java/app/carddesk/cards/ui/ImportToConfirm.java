package app.carddesk.cards.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.cards.Confirming;
import app.carddesk.cards.ImportConfirmations;
import app.carddesk.cards.ImportRun;
import app.carddesk.cards.ImportTotal;
import app.carddesk.cards.Serial;
import app.carddesk.shared.ui.Faults;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.PaymentDialog;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import app.carddesk.shared.ui.WordsDialog;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an import that waits would bring, and what the reader can do with it: say yes, or no with a reason. */
class ImportToConfirm extends Div {

    /** As many serials are named as fit on a screen. */
    private static final int NAMED = 50;

    private final ImportRun run;
    private final ImportConfirmations confirmations;
    private final Runnable changed;
    private final List<String> totals;
    private final List<String> replaced;

    ImportToConfirm(ImportRun run, ImportConfirmations confirmations, CurrentPerson person, Runnable changed) {
        this.run = run;
        this.confirmations = confirmations;
        this.changed = changed;
        this.totals = confirmations.totals(run.id()).stream()
                .map(total -> withReplaced(total, words(total)))
                .toList();
        this.replaced = serials(confirmations.replaced(run.id()));
        addClassNames("cd-stack", "cd-import-waits");
        UnorderedList list = new UnorderedList();
        list.getElement().setAttribute("aria-label", Texts.t("cards.import.brings"));
        totals.forEach(total -> list.add(new ListItem(total)));
        replaced.forEach(serials -> list.add(new ListItem(Texts.t("cards.import.replaces") + " " + serials)));
        boolean mine = run.startedBy().equals(person.id());
        add(new Paragraph(Texts.t(mine ? "cards.import.waits.mine" : "cards.import.waits")), list);
        if (!mine) {
            add(acts());
        }
    }

    private Div acts() {
        Button confirm = new Button(Texts.t("cards.import.confirm"));
        PaymentDialog.opens(confirm, this::confirming);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setAriaLabel(Texts.t("cards.import.confirm.of", run.fileName()));
        Button refuse =
                new Button(Texts.t("cards.import.refuse"), click -> refusing().open());
        refuse.setAriaLabel(Texts.t("cards.import.refuse.of", run.fileName()));
        Div acts = new Div(confirm, refuse);
        acts.addClassName("cd-actions");
        return acts;
    }

    private PaymentDialog confirming() {
        return new PaymentDialog(
                Texts.t("cards.import.confirm.title", run.fileName()),
                null,
                Stream.concat(
                                totals.stream()
                                        .map(total -> new PaymentDialog.Line(Texts.t("cards.import.brings"), total)),
                                replaced.stream()
                                        .map(all -> new PaymentDialog.Line(Texts.t("cards.import.replaces"), all)))
                        .toList(),
                Texts.t("cards.import.confirm.yes"),
                (words, key) -> told(confirmations.confirm(run.id()), "cards.import.confirmed"));
    }

    /** In one line which cards lose their balance, and how many more; nothing if none does. */
    private List<String> serials(List<Serial> old) {
        if (old.isEmpty()) {
            return List.of();
        }
        String named = old.stream().limit(NAMED).map(Serial::value).collect(Collectors.joining(", "));
        long all = confirmations.totals(run.id()).stream()
                .mapToLong(ImportTotal::replacing)
                .sum();
        return List.of(all <= NAMED ? named : Texts.t("cards.import.replaces.more", named, all - NAMED));
    }

    private static String withReplaced(ImportTotal total, String brings) {
        return total.replacing() == 0 ? brings : Texts.t("cards.import.brings.replacing", brings, total.replacing());
    }

    private WordsDialog refusing() {
        return new WordsDialog(
                Texts.t("cards.import.refuse"),
                Texts.t("cards.import.refuse.text", run.fileName()),
                Texts.t("cards.import.refuse.words"),
                Texts.t("cards.import.refuse.yes"),
                true,
                (words, key) -> told(confirmations.refuse(run.id(), words), "cards.import.turnedDown"));
    }

    private boolean told(Confirming came, String done) {
        boolean over = switch (came) {
            case Confirming.Done _ -> {
                Toasts.success(Texts.t(done));
                yield true;
            }
            case Confirming.OwnImport() -> {
                Toasts.failure(Texts.t("cards.import.waits.mine"));
                yield true;
            }
            case Confirming.Over(ImportRun.State state) -> {
                Toasts.failure(Texts.t("cards.import.over", Texts.t("cards.import.state." + state.name())));
                yield true;
            }
            case Confirming.UnfitWords unfit -> {
                Toasts.failure(Faults.of(unfit.fault()));
                yield false;
            }
        };
        if (over) {
            changed.run();
        }
        return over;
    }

    private static String words(ImportTotal total) {
        return total.balance() == null
                ? Texts.t("cards.import.brings.stock", total.cards(), total.unit())
                : Texts.t(
                        "cards.import.brings.cards",
                        total.cards(),
                        Formats.current().money(total.balance()));
    }
}
