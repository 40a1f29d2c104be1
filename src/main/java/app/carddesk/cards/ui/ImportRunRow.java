package app.carddesk.cards.ui;

import app.carddesk.access.CurrentPerson;
import app.carddesk.access.People;
import app.carddesk.cards.CardImports;
import app.carddesk.cards.ImportConfirmations;
import app.carddesk.cards.ImportRun;
import app.carddesk.shared.ui.Badge;
import app.carddesk.shared.ui.Formats;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Tone;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;

/** One import: where it stands, who began it, what came of it. */
class ImportRunRow extends Div {

    ImportRunRow(
            ImportRun run,
            People people,
            CardImports imports,
            ImportConfirmations confirmations,
            CurrentPerson person,
            Runnable changed) {
        addClassName("cd-import");
        Formats formats = Formats.current();
        Span name = new Span(run.fileName());
        name.addClassName("cd-import-name");
        Div head = new Div(
                name, new Badge(Texts.t("cards.import.state." + run.state().name()), tone(run)));
        head.addClassName("cd-row");
        if (run.content() != null) {
            head.add(new Badge(Texts.t("cards.import.content." + run.content().name()), Tone.PLAIN));
        }
        Span when =
                new Span(Texts.t("cards.import.who", people.name(run.startedBy()), formats.dateTime(run.startedAt())));
        when.addClassNames("cd-soft", "cd-small");
        Span counts = new Span(Texts.t(
                run.state() == ImportRun.State.UNCONFIRMED ? "cards.import.counts.waiting" : "cards.import.counts",
                formats.number(run.accepted()),
                formats.number(run.refused())));
        counts.addClassName("cd-import-counts");
        Div words = new Div(head, when, counts);
        words.addClassNames("cd-import-words", "cd-grow");
        if (run.problem() != null) {
            Span problem =
                    new Span(Texts.t("cards.import.problem." + run.problem().name()));
            problem.addClassNames("cd-callout", "cd-bad");
            words.add(problem);
        }
        ImportRun.Answer answer = run.answer();
        if (answer != null) {
            String key = run.state() == ImportRun.State.REFUSED ? "cards.import.refusedBy" : "cards.import.confirmedBy";
            Span said = new Span(Texts.t(key, people.name(answer.by()), formats.dateTime(answer.at())));
            said.addClassNames("cd-soft", "cd-small");
            words.add(said);
            if (answer.words() != null) {
                words.add(new Span(answer.words()));
            }
        }
        boolean waits = run.state() == ImportRun.State.UNCONFIRMED;
        if (waits) {
            words.add(new ImportToConfirm(run, confirmations, person, changed));
        }
        Div acts = new Div();
        acts.addClassName("cd-actions");
        if (!run.state().isOver()) {
            if (!waits) {
                ProgressBar bar = new ProgressBar(0, 100, run.percent());
                bar.getElement().setAttribute("aria-label", Texts.t("cards.import.progress", run.fileName()));
                words.add(bar);
            }
            acts.add(new Button(Texts.t("cards.import.cancel"), click -> {
                imports.cancel(run.id());
                changed.run();
            }));
        }
        if (run.refused() > 0) {
            Anchor refusals = new Anchor(new RefusalDownload(run.id(), imports), Texts.t("cards.import.refusals"));
            refusals.getElement().setAttribute("router-ignore", true);
            acts.add(refusals);
        }
        add(words, acts);
    }

    private static Tone tone(ImportRun run) {
        return switch (run.state()) {
            case WAITING -> Tone.PLAIN;
            case RUNNING -> Tone.ACCENT;
            case DONE -> run.refused() > 0 ? Tone.WARN : Tone.OK;
            case UNCONFIRMED -> Tone.WARN;
            case CANCELLED, EXPIRED -> Tone.PLAIN;
            case REFUSED, FAILED -> Tone.BAD;
        };
    }
}
