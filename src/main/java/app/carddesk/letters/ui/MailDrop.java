package app.carddesk.letters.ui;

import app.carddesk.evidence.ui.UploadWords;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.component.upload.UploadFileList;
import com.vaadin.flow.component.upload.UploadManager;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/**
 * A place for a mail that somebody has as a file: to drop it anywhere on the page, or to choose it with the button. The file is taken in
 * outside the user interface's lock; only what is told of it is told inside it.
 *
 * @param <T> what came of a mail
 */
@JsModule("context://mail-drop.js")
abstract class MailDrop<T> extends Composite<UploadDropZone> {

    private final Way<T> way;
    private final UploadManager manager = new UploadManager(this);
    private final Div answer = new Div();
    private boolean brokenOff;

    /** Takes a mail in. */
    @FunctionalInterface
    interface Way<T> {

        /** @throws IOException if it breaks off */
        T take(InputStream content) throws IOException;
    }

    /**
     * @param most the most bytes, for the browser to say so before anything is sent
     */
    MailDrop(String label, String hint, long most, Way<T> way) {
        this.way = way;
        manager.setUploadHandler(this::receive);
        manager.setMaxFileSize(most);
        // What broke off stays in the list, where it can be sent again.
        manager.addAllFinishedListener(event -> {
            if (!brokenOff) {
                manager.clearFileList();
            }
        });
        manager.addFileRejectedListener(event -> say(Texts.t("letters.mail.TooLarge"), true));
        UploadButton choose = new UploadButton(label, manager);
        choose.addThemeVariants(ButtonVariant.SMALL);
        choose.getElement().setProperty("accept", ".eml,message/rfc822");
        Span words = new Span(hint);
        words.addClassNames("cd-soft", "cd-small", "cd-grow");
        UploadFileList progress = new UploadFileList(manager);
        progress.setI18n(UploadWords.all());
        answer.getElement().setAttribute("role", "status");
        answer.addClassName("cd-mail-answer");
        Div row = new Div(choose, words);
        row.addClassName("cd-row");
        Div place = new Div(row, progress, answer);
        place.addClassName("cd-mail-drop");
        getContent().setUploadManager(manager);
        getContent().setContent(place);
        getContent().getElement().setAttribute("role", "group").setAttribute("aria-label", label);
        // What is dropped here must not be taken by a place around it as well.
        getContent().getElement().addEventListener("drop", event -> {}).stopPropagation();
    }

    /** Tells what came of a mail; inside the lock. */
    abstract void told(T outcome);

    void receive(UploadEvent event) {
        UI ui = event.getUI();
        T taken = null;
        try {
            taken = way.take(event.getInputStream());
        } catch (IOException interrupted) {
            // The browser tells it, and offers to send it again, unless it was cancelled there.
            event.reject();
        } finally {
            // Without an outcome there is an error, which goes its usual way to the log.
            T outcome = taken;
            tell(ui, () -> finished(outcome));
        }
    }

    /** Does what takes time outside the user interface's lock, and tells of it inside. */
    void beside(Supplier<T> work) {
        UI ui = UI.getCurrent();
        Runnable task = () -> {
            T done = null;
            try {
                done = work.get();
            } finally {
                T outcome = done;
                tell(ui, () -> ended(outcome));
            }
        };
        Thread.ofVirtual().name("mail-filing").start(new DelegatingSecurityContextRunnable(task));
    }

    private void ended(@Nullable T outcome) {
        if (outcome == null) {
            say(Texts.t("letters.mail.unexpected"), true);
        } else {
            told(outcome);
        }
    }

    private void finished(@Nullable T outcome) {
        brokenOff = outcome == null;
        if (outcome != null) {
            answer.removeAll();
            told(outcome);
        }
    }

    /** Whoever left in the meantime is told nothing, and what they gave is taken all the same. */
    private static void tell(UI ui, SerializableRunnable words) {
        ui.accessLater(words, () -> {}).run();
    }

    /** Says what came of it, until the next mail is given. */
    void say(String words, boolean trouble, Component... acts) {
        Paragraph text = new Paragraph(words);
        Div line = new Div(text);
        line.add(acts);
        line.addClassNames("cd-callout", trouble ? "cd-bad" : "cd-good");
        answer.removeAll();
        answer.add(line);
    }

    void forget() {
        answer.removeAll();
    }
}
