package app.carddesk.evidence.ui;

import app.carddesk.evidence.Proof;

/**
 * What can be decided on a picture as it stands. Nobody accepts what nobody can see, and what a request stands on stays
 * accepted.
 *
 * @param accept without a word about the serial number
 * @param acceptWithSerial with the serial number that was read on it
 */
record ProofChoices(boolean accept, boolean acceptWithSerial, boolean refuse) {

    /** @param serial the serial number that should be read on it; blank if there is no card yet */
    static ProofChoices of(Proof proof, String serial) {
        boolean stays = proof.heldFor() != null && proof.state() == Proof.State.ACCEPTED;
        boolean seen = !proof.isWithoutPreview();
        return new ProofChoices(
                seen && (proof.state() != Proof.State.ACCEPTED || proof.showsSerial() && !stays),
                seen && !serial.isBlank() && !proof.showsSerial(),
                proof.state() != Proof.State.REFUSED && !stays);
    }
}
