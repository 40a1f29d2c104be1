package app.carddesk.letters;

import app.carddesk.letters.InboxState.Trouble;
import app.carddesk.letters.mail.MailReader;
import app.carddesk.letters.mail.Reading;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** A mailbox on an IMAP server, open for one round. Reading a mail does not mark it as read; handling it does. */
final class Mailbox implements AutoCloseable {

    private static final String CONNECT_MS = "10000";
    private static final String ANSWER_MS = "20000";
    private static final int LOOKED_AT = 500;

    private final InboxSettings settings;
    private final Store store;
    private final IMAPFolder folder;

    private Mailbox(InboxSettings settings, Store store, IMAPFolder folder) {
        this.settings = settings;
        this.store = store;
        this.folder = folder;
    }

    /** A mail by what the server calls it, which stays the same as long as the folder's own number does. */
    record Item(long uid, long bytes, IMAPMessage message) {}

    static Mailbox open(InboxSettings settings) throws MessagingException {
        String protocol = settings.ssl() ? "imaps" : "imap";
        Store store = Session.getInstance(properties(protocol)).getStore(protocol);
        try {
            store.connect(
                    settings.host(),
                    settings.port() == 0 ? -1 : settings.port(),
                    settings.user(),
                    Objects.requireNonNullElse(settings.password(), ""));
            IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            return new Mailbox(settings, store, folder);
        } catch (MessagingException | RuntimeException failed) {
            store.close();
            throw failed;
        }
    }

    private static Properties properties(String protocol) {
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.put(prefix + "connectiontimeout", CONNECT_MS);
        properties.put(prefix + "timeout", ANSWER_MS);
        properties.put(prefix + "writetimeout", ANSWER_MS);
        properties.put(prefix + "peek", "true");
        properties.put(prefix + "starttls.enable", "true");
        properties.put(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }

    /** Whether the server still listens. */
    boolean isOpen() {
        return folder.isOpen();
    }

    static Trouble trouble(MessagingException failed) {
        return switch (failed) {
            case AuthenticationFailedException _ -> Trouble.SIGN_IN;
            case FolderNotFoundException _ -> Trouble.FOLDER;
            default -> Trouble.UNREACHABLE;
        };
    }

    /** Another number than last time means that every mail is called something else now. */
    long validity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /**
     * Unread mails, oldest first.
     *
     * @param upTo the last mail that was looked at for this, unread or not
     */
    record Batch(List<Item> unread, long upTo) {}

    /** What arrived after this mail; of a mailbox that holds much, a part, and the rest another time. */
    Batch unread(long after, int most) throws MessagingException {
        // The last mail is in every range that ends there, whatever the range begins with.
        Message[] newer = folder.getMessagesByUID(after + 1, UIDFolder.LASTUID);
        Message[] some = Arrays.copyOf(newer, Math.min(newer.length, LOOKED_AT));
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.FLAGS);
        profile.add(FetchProfile.Item.SIZE);
        folder.fetch(some, profile);
        List<Item> unread = new ArrayList<>();
        long upTo = after;
        for (Message message : some) {
            if (unread.size() < most
                    && message instanceof IMAPMessage one
                    && !one.isExpunged()
                    && folder.getUID(one) > after) {
                upTo = Math.max(upTo, folder.getUID(one));
                if (!one.isSet(Flags.Flag.SEEN) && !one.isSet(Flags.Flag.DELETED)) {
                    unread.add(new Item(folder.getUID(one), one.getSizeLong(), one));
                }
            }
        }
        return new Batch(unread, upTo);
    }

    Reading read(Item item) throws MessagingException, IOException {
        long limit = settings.maxMail().toBytes();
        if (item.bytes() > limit) {
            return new Reading.TooLarge();
        }
        try (InputStream content = item.message().getMimeStream()) {
            return MailReader.read(content, limit);
        }
    }

    /** Marks a mail as dealt with, and moves it where such mail goes. */
    void handled(Item item) throws MessagingException {
        Message[] one = {item.message()};
        item.message().setFlag(Flags.Flag.SEEN, true);
        String to = settings.handled();
        if (to == null || to.isBlank()) {
            return;
        }
        Folder target = store.getFolder(to);
        if (!target.exists()) {
            target.create(Folder.HOLDS_MESSAGES);
        }
        folder.copyMessages(one, target);
        item.message().setFlag(Flags.Flag.DELETED, true);
        folder.expunge(one);
    }

    @Override
    public void close() throws MessagingException {
        try (store) {
            if (folder.isOpen()) {
                folder.close(false);
            }
        }
    }
}
