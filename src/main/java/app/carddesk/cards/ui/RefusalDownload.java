package app.carddesk.cards.ui;

import app.carddesk.cards.CardImports;
import app.carddesk.cards.Refusal;
import app.carddesk.shared.ui.CsvCells;
import app.carddesk.shared.ui.CsvDownload;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.UI;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.Locale;
import java.util.UUID;

/** The rows an import refused, as a CSV file that a spreadsheet opens without running anything in it. */
class RefusalDownload extends CsvDownload {

    private final UUID run;
    private final CardImports imports;
    private final Locale locale = UI.getCurrent().getLocale();

    RefusalDownload(UUID run, CardImports imports) {
        super("refused.csv");
        this.run = run;
        this.imports = imports;
    }

    @Override
    protected void write(CsvWriter csv) {
        csv.writeRecord(text("line"), text("code"), text("reason"), text("column"), text("cell"));
        imports.refusals(
                run,
                refusal -> csv.writeRecord(
                        String.valueOf(refusal.line()),
                        refusal.reason().name(),
                        reason(refusal),
                        CsvCells.harmless(refusal.column()),
                        CsvCells.harmless(refusal.cell())));
    }

    private String text(String column) {
        return Texts.t(locale, "cards.refused." + column);
    }

    private String reason(Refusal refusal) {
        return Texts.t(locale, "cards.refusal." + refusal.reason().name());
    }
}
