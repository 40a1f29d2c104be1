package app.carddesk.shared.ui;

import com.vaadin.flow.component.UI;

/** Tells the browser which language a page is in, so that a screen reader pronounces it right. */
public final class PageLanguage {

    private PageLanguage() {}

    /** Says it for a window, from the locale that the window has now. */
    public static void declare(UI ui) {
        ui.getPage()
                .executeJs("document.documentElement.lang = $0", ui.getLocale().toLanguageTag());
    }
}
