package app.carddesk.evidence.ui;

import app.carddesk.evidence.Intake;
import app.carddesk.evidence.Proofs;
import app.carddesk.shared.ProofKind;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.UploadFileList;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.server.streams.UploadEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The files on their way in: each with its progress, a first look while it is worked on, and each that failed with its
 * own message, which stays until it is put away. Files are read and drawn outside the user interface's lock; only what is
 * told of them is told inside it.
 */
class ProofUploads extends Composite<Div> {

    /** What the browser remembers a file by, to send it once more. */
    private static final String FILE = "X-Carddesk-File";

    private final Proofs proofs;
    private final Runnable arrived;
    private final Div progress = new Div();
    private final Div examining = new Div();
    private final UploadFailures failures = new UploadFailures();
    private final List<UploadManager> managers = new ArrayList<>();
    private final Set<ProofKind> coming = EnumSet.noneOf(ProofKind.class);
    private List<ProofKind> empty = List.of();
    private volatile @Nullable UUID owner;

    ProofUploads(Proofs proofs, Runnable arrived) {
        this.proofs = proofs;
        this.arrived = arrived;
        examining.getElement().setAttribute("aria-live", "polite");
        getContent().addClassName("evidence-uploads");
        getContent().add(progress, examining, failures);
    }

    /** A way in for pictures of one kind. */
    UploadManager forKind(ProofKind kind) {
        UploadManager manager = new UploadManager(this);
        manager.setUploadHandler(event -> receive(event, kind, () -> {}));
        return added(manager);
    }

    /** A way in for pictures of any kind, which fill the empty places in their order. */
    UploadManager forEmptyPlaces() {
        UploadManager manager = new UploadManager(this);
        manager.setUploadHandler(this::receiveForEmptyPlace);
        return added(manager);
    }

    /** Says whose pictures arrive from now on, and which places are empty, in their order. */
    void target(UUID owner, List<ProofKind> empty, boolean enabled) {
        this.owner = owner;
        synchronized (coming) {
            this.empty = List.copyOf(empty);
        }
        managers.forEach(manager -> manager.setEnabled(enabled));
        getContent().setVisible(enabled);
    }

    /** Forgets the ways in and what was told about files; for another case. */
    void reset() {
        managers.clear();
        progress.removeAll();
        examining.removeAll();
        failures.clear();
    }

    private UploadManager added(UploadManager manager) {
        manager.setMaxFileSize(proofs.maxFileBytes());
        manager.addFileRejectedListener(event -> failures.add(event.getFileName(), ProofTexts.tooLarge(proofs), null));
        managers.add(manager);
        UploadFileList list = new UploadFileList(manager);
        list.setI18n(UploadWords.all());
        progress.add(list);
        return manager;
    }

    void receiveForEmptyPlace(UploadEvent event) {
        ProofKind kind = reserve();
        // Its place is free again only after the screen knows whether it was filled.
        receive(event, kind, () -> release(kind));
    }

    private void receive(UploadEvent event, ProofKind kind, Runnable afterwards) {
        UUID target = Objects.requireNonNull(owner, "Nothing is taken in before a case is shown");
        UI ui = event.getUI();
        String name = event.getFileName();
        String file = event.getRequest().getHeader(FILE);
        AtomicReference<@Nullable Examining> look = new AtomicReference<>();
        Intake intake = null;
        try {
            intake = proofs.receive(
                    target, kind, name, event.getInputStream(), jpeg -> tell(ui, () -> show(look, name, jpeg)));
            if (intake instanceof Intake.Interrupted) {
                // The browser tells it, and offers to send it again, unless it was cancelled there.
                event.reject();
            }
        } finally {
            // Without an outcome there is an error, which goes its usual way to the log.
            Intake outcome = intake;
            tell(ui, () -> {
                Examining shown = look.get();
                if (shown != null) {
                    examining.remove(shown);
                }
                finished(name, file, outcome);
                afterwards.run();
            });
        }
    }

    /** Whoever left in the meantime is told nothing, and what they gave is taken all the same. */
    private static void tell(UI ui, SerializableRunnable words) {
        ui.accessLater(words, () -> {}).run();
    }

    private void show(AtomicReference<@Nullable Examining> look, String name, byte[] jpeg) {
        Examining line = new Examining(name, jpeg);
        look.set(line);
        examining.add(line);
    }

    private void finished(String name, @Nullable String file, @Nullable Intake intake) {
        switch (intake) {
            case Intake.Taken(var proof) -> arrived.run();
            case Intake.Interrupted() -> {}
            case Intake.Refused why -> failures.add(name, ProofTexts.failure(why), why.mayHelpToRetry() ? file : null);
            // The browser tells it, and offers to send it again.
            case null -> {}
        }
    }

    private ProofKind reserve() {
        synchronized (coming) {
            for (ProofKind kind : empty) {
                if (coming.add(kind)) {
                    return kind;
                }
            }
            return ProofKind.OTHER;
        }
    }

    private void release(ProofKind kind) {
        synchronized (coming) {
            coming.remove(kind);
        }
    }
}
