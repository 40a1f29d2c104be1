package app.carddesk.letters.ui;

import app.carddesk.letters.CodeAddressKind;
import app.carddesk.letters.CodeAddressRefusal;
import app.carddesk.letters.CodeAddresses.Pending;
import app.carddesk.letters.CodeAddressing;
import app.carddesk.personal.ui.PersonalText;
import app.carddesk.shared.ui.Texts;
import app.carddesk.shared.ui.Toasts;
import org.jspecify.annotations.Nullable;

/** Requests about the addresses of codes in the reader's language. */
final class CodeAddressTexts {

    private CodeAddressTexts() {}

    /** Why nothing was done, and what can be done about it. */
    static String of(CodeAddressRefusal refusal) {
        return Texts.t("letters.code.refused." + refusal.name());
    }

    /** What is asked for, with both addresses. */
    static String wish(Pending pending) {
        String to = PersonalText.of(pending.request().address());
        if (pending.request().kind() == CodeAddressKind.ONCE_MORE) {
            return Texts.t("letters.code.wish.once", to);
        }
        String decided = pending.decided();
        return decided == null
                ? Texts.t("letters.code.wish.first", to)
                : Texts.t("letters.code.wish", to, PersonalText.of(decided));
    }

    static String address(@Nullable String address) {
        return address == null ? Texts.t("letters.code.noAddress") : PersonalText.of(address);
    }

    /**
     * Says what came of an act.
     *
     * @return whether it was done
     */
    static boolean tell(CodeAddressing came) {
        return switch (came) {
            case CodeAddressing.Done(var _, var reached) -> {
                Toasts.success(Texts.t("letters.code.reached." + reached.name()));
                yield true;
            }
            case CodeAddressing.Refused(var why) -> {
                Toasts.failure(of(why));
                yield false;
            }
        };
    }
}
