package app.carddesk.evidence.ui;

import app.carddesk.evidence.EvidenceNews;
import app.carddesk.evidence.Proof;
import app.carddesk.evidence.ProofSummary;
import app.carddesk.evidence.Proofs;
import app.carddesk.evidence.reuse.ReuseFound;
import app.carddesk.shared.ProofKind;
import app.carddesk.shared.ui.Texts;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.component.upload.UploadManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The proofs of one case as places that want to be filled: drop, paste or choose files, or ask the customer's phone for
 * them, see them, accept or refuse each, or say that one cannot be had. What is changed elsewhere is shown as it happens.
 */
@StyleSheet("context://styles/evidence.css")
@JsModule("context://proof-drop.js")
@JsModule("context://proof-intake.js")
public class ProofBoard extends Composite<Div> {

    private final Proofs proofs;
    private final EvidenceNews news;
    private final PhoneDialogs phone;
    private final Runnable onChange;
    private final ProofUploads uploads;
    private final Div row = new Div();
    private final SerialLine serialLine = new SerialLine();
    private final OtherPictures others = new OtherPictures();
    private final Arrived arrived = new Arrived();
    private final List<ProofPlace> places = new ArrayList<>();
    private List<ProofKind> needed = List.of();
    private List<Proof> drawn = List.of();
    private List<Proof> pictures = List.of();
    private String serial = "";
    private boolean editable;
    private @Nullable UUID owner;
    private @Nullable BoardTools tools;
    private @Nullable PhoneDialog phoneDialog;
    private @Nullable Object othersShown;
    private @Nullable Runnable deaf;

    ProofBoard(Proofs proofs, EvidenceNews news, PhoneDialogs phone, Runnable onChange) {
        this.proofs = proofs;
        this.news = news;
        this.phone = phone;
        this.onChange = onChange;
        this.uploads = new ProofUploads(proofs, this::changed);
        getContent().addClassName("evidence-board");
        getContent().getElement().setAttribute("data-pasted", Texts.t("evidence.paste.name"));
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
            build(owner);
            getUI().ifPresent(this::listen);
        }
        draw(proofs.of(owner));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        listen(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopListening();
    }

    private void listen(UI ui) {
        stopListening();
        if (owner != null) {
            // A window that is gone needs no news.
            deaf = news.listen(
                    owner,
                    notice -> ui.accessLater(notice instanceof ReuseFound ? onChange::run : this::changed, () -> {})
                            .run());
        }
    }

    private void stopListening() {
        if (deaf != null) {
            deaf.run();
            deaf = null;
        }
    }

    /** Places stay the same components while a case is shown, so that files on their way in still find them. */
    private void build(UUID shown) {
        getContent().removeAll();
        uploads.reset();
        arrived.reset();
        places.clear();
        row.removeAll();
        othersShown = null;
        phoneDialog = null;
        UploadManager everywhere = uploads.forEmptyPlaces();
        tools = new BoardTools(
                everywhere,
                () -> askPhone(shown),
                waiting -> new AcceptAllDialog(waiting, serial, new ProofActs(proofs, shown, this::acted)).open());
        for (ProofKind kind : needed) {
            if (kind != ProofKind.SERIAL) {
                places.add(new ProofPlace(kind, uploads.forKind(kind)));
            }
        }
        places.forEach(row::add);
        Div all = new Div(tools, uploads, row, serialLine, others, arrived);
        all.addClassName("evidence-all");
        UploadDropZone zone = new UploadDropZone(all, everywhere);
        getContent().add(zone);
        join(zone);
        places.forEach(place -> join(place.getContent()));
    }

    /** The same dialog each time, because only it knows the address of the link it made. */
    private void askPhone(UUID shown) {
        if (phoneDialog == null) {
            phoneDialog = phone.create(shown);
        }
        phoneDialog.open();
    }

    /** Tells proof-intake.js of a zone, whichever of the two comes first. */
    private static void join(UploadDropZone zone) {
        zone.addAttachListener(attached -> zone.getElement().executeJs("(window.carddeskZones ??= []).push(this)"));
    }

    /** Draws after an act here, done or not: what somebody picked and what was not done must not stay on the screen. */
    private void acted() {
        if (owner != null) {
            othersShown = null;
            draw(proofs.of(owner));
            onChange.run();
        }
    }

    /** Draws what is new, if anything is. */
    private void changed() {
        if (owner == null) {
            return;
        }
        List<Proof> now = proofs.of(owner);
        // What was done here comes back as news.
        if (!now.equals(drawn)) {
            draw(now);
            onChange.run();
        }
    }

    private void draw(List<Proof> all) {
        UUID shown = owner;
        if (shown == null) {
            return;
        }
        drawn = all;
        Arrangement arrangement = Arrangement.of(all, placeKinds());
        pictures = arrangement.pictures();
        ProofActs acts = editable ? new ProofActs(proofs, shown, this::acted) : null;
        for (ProofPlace place : places) {
            fill(place, arrangement, acts);
        }
        uploads.target(shown, arrangement.empty(), editable);
        serialLine.setVisible(needed.contains(ProofKind.SERIAL));
        serialLine.show(
                ProofSummary.of(all, needed).of(ProofKind.SERIAL),
                arrangement.declared().get(ProofKind.SERIAL),
                acts);
        Object left = Arrays.asList(arrangement.left(), serial, editable);
        if (!left.equals(othersShown)) {
            othersShown = left;
            others.show(arrangement.left(), kinds(), serial, acts, this::openLarge);
        }
        if (tools != null) {
            tools.setVisible(editable);
            tools.show(pictures);
        }
        arrived.tell(all);
    }

    private void fill(ProofPlace place, Arrangement arrangement, @Nullable ProofActs acts) {
        Proof picture = arrangement.standing().get(place.kind());
        Proof declaration = arrangement.declared().get(place.kind());
        if (!place.changesTo(Arrays.asList(picture, declaration, serial, editable))) {
            return;
        }
        if (picture != null) {
            place.picture(
                    picture,
                    acts == null ? null : new PictureControls(picture, kinds(), serial, acts),
                    this::openLarge);
        } else if (declaration != null) {
            place.unobtainable(declaration, acts);
        } else {
            place.missing(acts);
        }
    }

    private void openLarge(Proof proof) {
        ProofActs acts = editable && owner != null ? new ProofActs(proofs, owner, this::acted) : null;
        RegionActs regions = new RegionActs(proofs, editable, this::acted);
        new FullView(pictures, proof.id(), serial, regions, acts).open();
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
