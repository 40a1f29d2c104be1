package app.carddesk.evidence.ui;

import app.carddesk.evidence.Intake;
import app.carddesk.evidence.Proofs;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.UploadFileList;
import com.vaadin.flow.component.upload.UploadFileListI18N;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.server.streams.UploadEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The files on their way in: each with its progress, and each that failed with its own message, which stays until it is
 * put away. Files are read and drawn outside the user interface's lock; only the outcome is told inside it.
 */
class ProofUploads extends Composite<Div> {

    private final Proofs proofs;
    private final Runnable arrived;
    private final Div progress = new Div();
    private final Div failures = new Div();
    private final List<UploadManager> managers = new ArrayList<>();
    private final Set<ProofKind> coming = EnumSet.noneOf(ProofKind.class);
    private List<ProofKind> empty = List.of();
    private volatile @Nullable UUID owner;

    ProofUploads(Proofs proofs, Runnable arrived) {
        this.proofs = proofs;
        this.arrived = arrived;
        failures.addClassName("evidence-failures");
        failures.getElement().setAttribute("role", "alert");
        getContent().addClassName("evidence-uploads");
        getContent().add(progress, failures);
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
        failures.removeAll();
    }

    private UploadManager added(UploadManager manager) {
        manager.setMaxFileSize(proofs.maxFileBytes());
        manager.addFileRejectedListener(event -> fail(event.getFileName(), ProofTexts.tooLarge(proofs)));
        manager.addAllFinishedListener(event -> manager.clearFileList());
        managers.add(manager);
        UploadFileList list = new UploadFileList(manager);
        list.setI18n(words());
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
        String name = event.getFileName();
        Intake intake = null;
        try {
            intake = proofs.receive(target, kind, name, event.getInputStream());
        } finally {
            // Without an outcome there is an error, which goes its usual way to the log.
            Intake outcome = intake;
            event.getUI().access(() -> finished(name, outcome, afterwards));
        }
    }

    private void finished(String name, @Nullable Intake intake, Runnable afterwards) {
        switch (intake) {
            case Intake.Taken(var proof) -> arrived.run();
            case Intake.Refused why -> fail(name, ProofTexts.failure(why));
            case null -> fail(name, Texts.t("evidence.failure.unexpected"));
        }
        afterwards.run();
    }

    private void fail(String name, String why) {
        Span file = new Span(name);
        file.addClassName("evidence-failed-file");
        Span reason = new Span(why);
        reason.addClassName("cd-grow");
        Button dismiss = new Button(VaadinIcon.CLOSE_SMALL.create());
        dismiss.setAriaLabel(Texts.t("evidence.failure.dismiss", name));
        dismiss.addThemeVariants(ButtonVariant.TERTIARY);
        Div line = new Div(file, reason, dismiss);
        line.addClassNames("cd-callout", "cd-bad", "cd-row", "evidence-failure");
        dismiss.addClickListener(click -> failures.remove(line));
        failures.add(line);
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

    private static UploadFileListI18N words() {
        return new UploadFileListI18N()
                .setFile(new UploadFileListI18N.File()
                        .setRetry(Texts.t("evidence.upload.retry"))
                        .setStart(Texts.t("evidence.upload.start"))
                        .setRemove(Texts.t("evidence.upload.remove")))
                .setError(new UploadFileListI18N.Error()
                        .setTooManyFiles(Texts.t("evidence.upload.tooMany"))
                        .setFileIsTooBig(Texts.t("evidence.upload.tooBig"))
                        .setIncorrectFileType(Texts.t("evidence.failure.broken")))
                .setUploading(new UploadFileListI18N.Uploading()
                        .setStatus(new UploadFileListI18N.Uploading.Status()
                                .setConnecting(Texts.t("evidence.upload.connecting"))
                                .setStalled(Texts.t("evidence.upload.stalled"))
                                .setProcessing(Texts.t("evidence.upload.processing"))
                                .setHeld(Texts.t("evidence.upload.waiting")))
                        .setRemainingTime(new UploadFileListI18N.Uploading.RemainingTime()
                                .setPrefix(Texts.t("evidence.upload.remaining"))
                                .setUnknown(Texts.t("evidence.upload.remaining.unknown")))
                        .setError(new UploadFileListI18N.Uploading.UploadError()
                                .setServerUnavailable(Texts.t("evidence.upload.unreachable"))
                                .setUnexpectedServerError(Texts.t("evidence.failure.unexpected"))
                                .setForbidden(Texts.t("evidence.failure.closed"))
                                .setFileTooLarge(Texts.t("evidence.upload.tooBig"))));
    }
}
