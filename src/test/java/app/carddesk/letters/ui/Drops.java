package app.carddesk.letters.ui;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.mockito.Mockito;

/** Gives files as a browser's request would. */
final class Drops {

    private Drops() {}

    static void give(MailDrop<?> drop, String mail) throws IOException {
        byte[] content = mail.getBytes(StandardCharsets.UTF_8);
        VaadinRequest request = Mockito.mock(VaadinRequest.class);
        Mockito.when(request.getInputStream()).thenReturn(new ByteArrayInputStream(content));
        drop.receive(new UploadEvent(
                request,
                Mockito.mock(VaadinResponse.class),
                VaadinSession.getCurrent(),
                "mail.eml",
                content.length,
                "message/rfc822",
                drop.getElement(),
                null));
        MockVaadin.runUIQueue();
    }
}
