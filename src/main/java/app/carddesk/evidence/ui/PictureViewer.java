package app.carddesk.evidence.ui;

import app.carddesk.evidence.pictures.PageArea;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One picture to look at closely: zoomed, moved and turned by mouse, touch and keyboard, with marks that stay where they
 * belong. The browser's part is frontend/cd-viewer.js, which loads the library it is built on when the first one opens.
 */
@Tag("cd-viewer")
@JsModule("context://cd-viewer.js")
@StyleSheet("context://styles/viewer.css")
class PictureViewer extends Component {

    private static final List<String> WORDS = List.of(
            "tools",
            "hint",
            "zoomIn",
            "zoomOut",
            "fit",
            "rotateLeft",
            "rotateRight",
            "help",
            "failed",
            "keyZoom",
            "keyFit",
            "keyRotate",
            "keyPan",
            "keyStep",
            "keyHelp");
    private static final List<String> WORDS_OF_REGIONS =
            List.of("mark", "cover", "markHint", "coverHint", "keep", "leave", "keyMark", "keyCover");

    /** What a region is chosen for. */
    enum Purpose {
        MARK,
        COVER
    }

    /** A mark as it is drawn; the label is for whoever points at it. */
    record Shape(int number, int left, int top, int width, int height, String label) {}

    /**
     * What is shown.
     *
     * @param src the address of the picture, or null where there is none
     * @param label what it is, for the name of the viewer and for what is read aloud
     * @param placeholder what stands in the place of a picture there is none of
     */
    record Picture(@Nullable String src, String label, String placeholder, List<Shape> marks) {}

    private final boolean regions;
    private @Nullable Picture picture;

    /**
     * @param compact whether it stands small on a page, with the fewest tools
     * @param regions whether regions can be chosen
     */
    PictureViewer(boolean compact, boolean regions) {
        this.regions = regions;
        getElement().setAttribute("compact", compact);
        getElement().setAttribute("regions", regions);
        Map<String, String> words = new LinkedHashMap<>();
        WORDS.forEach(word -> words.put(word, Texts.t("evidence.viewer." + word)));
        if (regions) {
            WORDS_OF_REGIONS.forEach(word -> words.put(word, Texts.t("evidence.viewer." + word)));
        }
        if (!compact) {
            words.put("keyPage", Texts.t("evidence.viewer.keyPage"));
            words.put("keyClose", Texts.t("evidence.viewer.keyClose"));
        }
        // The browser fills these in: what it shows never waits for the server.
        words.put("percent", Texts.t("evidence.viewer.percent", "{0}"));
        words.put("zoom", Texts.t("evidence.viewer.zoom", "{0}"));
        words.put("region", Texts.t("evidence.viewer.region", "{0}", "{1}", "{2}", "{3}"));
        getElement().setPropertyMap("words", words);
    }

    void show(Picture shown) {
        picture = shown;
        getElement().setPropertyBean("picture", shown);
    }

    /** Whether a region may be covered; on what a request stands on none is. */
    void allowCovering(boolean allowed) {
        getElement().setAttribute("uncoverable", !allowed);
    }

    /** What is shown now. */
    @Nullable Picture shown() {
        return picture;
    }

    /** Gives it the focus as soon as it stands. */
    void focusFirst() {
        getElement().setAttribute("autofocus", true);
    }

    /** Takes the chosen region off the screen, once it is kept or put aside. */
    void release() {
        getElement().callJsFunction("release");
    }

    /** Told when a region was chosen; never where none can be. */
    void onRegion(BiConsumer<Purpose, PageArea> act) {
        ComponentUtil.addListener(this, Chosen.class, event -> {
            if (regions) {
                act.accept(event.purpose, event.area);
            }
        });
    }

    /** Told how many pictures to go on, negative for back. */
    void onStep(IntConsumer act) {
        ComponentUtil.addListener(this, Step.class, event -> act.accept(event.by));
    }

    /** Told how many pages to go on, negative for back. */
    void onPage(IntConsumer act) {
        ComponentUtil.addListener(this, Page.class, event -> act.accept(event.by));
    }

    /** A region was chosen in the browser. */
    @DomEvent("cd-region")
    public static class Chosen extends ComponentEvent<PictureViewer> {

        private static final long serialVersionUID = 1L;

        private final transient Purpose purpose;
        private final transient PageArea area;

        public Chosen(
                PictureViewer source,
                boolean fromClient,
                @EventData("event.detail.purpose") String purpose,
                @EventData("event.detail.left") int left,
                @EventData("event.detail.top") int top,
                @EventData("event.detail.width") int width,
                @EventData("event.detail.height") int height) {
            super(source, fromClient);
            this.purpose = Purpose.valueOf(purpose.toUpperCase(Locale.ROOT));
            this.area = PageArea.ofPixels(left, top, width, height, PageArea.WHOLE, PageArea.WHOLE);
        }
    }

    /** Another picture is wanted. */
    @DomEvent("cd-step")
    public static class Step extends ComponentEvent<PictureViewer> {

        private static final long serialVersionUID = 1L;

        private final int by;

        public Step(PictureViewer source, boolean fromClient, @EventData("event.detail.by") int by) {
            super(source, fromClient);
            this.by = Integer.signum(by);
        }
    }

    /** Another page is wanted. */
    @DomEvent("cd-page")
    public static class Page extends ComponentEvent<PictureViewer> {

        private static final long serialVersionUID = 1L;

        private final int by;

        public Page(PictureViewer source, boolean fromClient, @EventData("event.detail.by") int by) {
            super(source, fromClient);
            this.by = Integer.signum(by);
        }
    }
}
