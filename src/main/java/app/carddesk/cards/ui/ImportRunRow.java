package app.carddesk.cards.ui;

import app.carddesk.cards.CardImports;
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

    ImportRunRow(ImportRun run, String by, CardImports imports, Runnable changed) {
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
        Span when = new Span(Texts.t("cards.import.who", by, formats.dateTime(run.startedAt())));
        when.addClassNames("cd-soft", "cd-small");
        Span counts =
                new Span(Texts.t("cards.import.counts", formats.number(run.accepted()), formats.number(run.refused())));
        counts.addClassName("cd-import-counts");
        Div words = new Div(head, when, counts);
        words.addClassNames("cd-import-words", "cd-grow");
        if (run.problem() != null) {
            Span problem =
                    new Span(Texts.t("cards.import.problem." + run.problem().name()));
            problem.addClassNames("cd-callout", "cd-bad");
            words.add(problem);
        }
        Div acts = new Div();
        acts.addClassName("cd-actions");
        if (!run.state().isOver()) {
            ProgressBar bar = new ProgressBar(0, 100, run.percent());
            bar.getElement().setAttribute("aria-label", Texts.t("cards.import.progress", run.fileName()));
            words.add(bar);
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
            case CANCELLED -> Tone.PLAIN;
            case FAILED -> Tone.BAD;
        };
    }
}
