package app.carddesk.evidence.ui;

import app.carddesk.evidence.Proof;
import app.carddesk.evidence.ProofSummary;
import app.carddesk.evidence.Proofs;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.component.upload.UploadManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The proofs of one case as places that want to be filled: drop or choose files, see them, accept or refuse each, or
 * say that one cannot be had.
 */
@StyleSheet("context://styles/evidence.css")
@JsModule("context://proof-drop.js")
public class ProofBoard extends Composite<Div> {

    private final Proofs proofs;
    private final Runnable onChange;
    private final ProofUploads uploads;
    private final Div tools = new Div();
    private final Div row = new Div();
    private final SerialLine serialLine = new SerialLine();
    private final OtherPictures others = new OtherPictures();
    private final List<ProofPlace> places = new ArrayList<>();
    private List<ProofKind> needed = List.of();
    private String serial = "";
    private boolean editable;
    private @Nullable UUID owner;
    private @Nullable UploadManager anywhere;

    /**
     * @param onChange run after every change, so that the page around can draw its verdict again
     */
    public ProofBoard(Proofs proofs, Runnable onChange) {
        this.proofs = proofs;
        this.onChange = onChange;
        this.uploads = new ProofUploads(proofs, this::changed);
        getContent().addClassName("evidence-board");
        tools.addClassName("evidence-tools");
        row.addClassName("evidence-places");
    }

    /**
     * Shows the proofs of a case.
     *
     * @param needed the kinds that are needed, in the order of their places
     * @param serial the serial number that should be read on a picture; blank if there is no card yet
     * @param editable whether proofs can be added and decided on here; otherwise they can only be looked at
     */
    public void show(UUID owner, List<ProofKind> needed, String serial, boolean editable) {
        boolean another = !owner.equals(this.owner) || !needed.equals(this.needed);
        this.owner = owner;
        this.needed = List.copyOf(needed);
        this.serial = serial;
        this.editable = editable;
        if (another) {
            build();
        }
        refresh();
    }

    /** Places stay the same components while a case is shown, so that files on their way in still find them. */
    private void build() {
        getContent().removeAll();
        uploads.reset();
        places.clear();
        row.removeAll();
        UploadManager everywhere = uploads.forEmptyPlaces();
        anywhere = everywhere;
        for (ProofKind kind : needed) {
            if (kind != ProofKind.SERIAL) {
                places.add(new ProofPlace(kind, uploads.forKind(kind)));
            }
        }
        places.forEach(row::add);
        Div all = new Div(tools, uploads, row, serialLine, others);
        all.addClassName("evidence-all");
        getContent().add(new UploadDropZone(all, everywhere));
    }

    private void changed() {
        refresh();
        onChange.run();
    }

    private void refresh() {
        UUID shown = owner;
        if (shown == null) {
            return;
        }
        List<Proof> all = proofs.of(shown);
        Arrangement arrangement = Arrangement.of(all, placeKinds());
        ProofActs acts = editable ? new ProofActs(proofs, shown, this::changed) : null;
        RegionActs regions = new RegionActs(proofs, editable, this::changed);
        Consumer<Proof> open = proof -> new FullView(arrangement.pictures(), proof.id(), serial, regions, acts).open();
        for (ProofPlace place : places) {
            fill(place, arrangement, acts, open);
        }
        uploads.target(shown, arrangement.empty(), editable);
        serialLine.setVisible(needed.contains(ProofKind.SERIAL));
        serialLine.show(
                ProofSummary.of(all, needed).of(ProofKind.SERIAL),
                arrangement.declared().get(ProofKind.SERIAL),
                acts);
        others.show(arrangement.left(), kinds(), serial, acts, open);
        tools(arrangement.pictures(), acts);
    }

    private void fill(ProofPlace place, Arrangement arrangement, @Nullable ProofActs acts, Consumer<Proof> open) {
        Proof picture = arrangement.standing().get(place.kind());
        Proof declaration = arrangement.declared().get(place.kind());
        if (picture != null) {
            place.picture(picture, acts == null ? null : new PictureControls(picture, kinds(), serial, acts), open);
        } else if (declaration != null) {
            place.unobtainable(declaration, acts);
        } else {
            place.missing(acts);
        }
    }

    private void tools(List<Proof> pictures, @Nullable ProofActs acts) {
        tools.removeAll();
        tools.setVisible(acts != null);
        if (acts == null || anywhere == null) {
            return;
        }
        Span hint = new Span(Texts.t("evidence.drop"));
        hint.addClassNames("cd-soft", "cd-small", "cd-grow");
        UploadButton choose = new UploadButton(Texts.t("evidence.chooseSeveral"), anywhere);
        choose.addThemeVariants(ButtonVariant.SMALL);
        // One after the other, so that files fill the places in the order in which they were chosen.
        choose.getElement()
                .executeJs("const one = () => this.manager ? this.manager.maxConcurrentUploads = 1"
                        + " : requestAnimationFrame(one); one();");
        tools.add(hint, choose);
        List<Proof> waiting = pictures.stream()
                .filter(proof -> proof.state() == Proof.State.NEW)
                .toList();
        if (waiting.size() > 1) {
            Button accept = new Button(
                    Texts.t("evidence.acceptAll", waiting.size()),
                    click -> new AcceptAllDialog(waiting, serial, acts).open());
            accept.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.PRIMARY);
            tools.add(accept);
        }
    }

    private List<ProofKind> placeKinds() {
        return places.stream().map(ProofPlace::kind).toList();
    }

    /** What a picture can be shown as. */
    private List<ProofKind> kinds() {
        List<ProofKind> kinds = new ArrayList<>(placeKinds());
        kinds.add(ProofKind.OTHER);
        return kinds;
    }
}
