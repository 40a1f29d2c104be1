package app.carddesk.startup;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Asks the embedded database, which closes itself when its disk is full, and opens it again as its owner does. */
final class EmbeddedProbe implements DatabaseProbe {

    private final ObjectProvider<EmbeddedDatabase> embedded;
    private volatile @Nullable EmbeddedDatabase found;

    EmbeddedProbe(ObjectProvider<EmbeddedDatabase> embedded) {
        this.embedded = embedded;
    }

    @Override
    public void ask() throws SQLException {
        EmbeddedDatabase database = found == null ? embedded.getIfAvailable() : found;
        found = database;
        if (database != null) {
            database.reopenIfClosed();
        }
    }

    @Override
    public boolean isOpen() {
        EmbeddedDatabase database = found;
        return database == null || database.answers();
    }

    @Override
    public int failuresToBelieve() {
        return 1;
    }
}
