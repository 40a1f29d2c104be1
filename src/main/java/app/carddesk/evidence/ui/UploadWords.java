package app.carddesk.evidence.ui;

import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.upload.UploadFileListI18N;

/** The words of the list of files on their way in. */
public final class UploadWords {

    private UploadWords() {}

    public static UploadFileListI18N all() {
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
                                .setForbidden(Texts.t("evidence.upload.notTaken"))
                                .setFileTooLarge(Texts.t("evidence.upload.tooBig"))));
    }
}
