/*
 * A place for a proof lies inside the board, and both take files. A zone only forgets that a file is above it when the
 * file leaves the zone's own surface or is dropped on it: not when it leaves by way of a place, and not when a place took
 * the drop. A zone that does not forget stays veiled. This tells it.
 */
const ZONE = 'vaadin-upload-drop-zone';

const forget = (stays) => {
  for (const zone of document.querySelectorAll(`${ZONE}[dragover]`)) {
    if (!stays(zone)) {
      zone.dispatchEvent(new Event('dragleave'));
    }
  }
};

window.addEventListener('drop', () => setTimeout(() => forget(() => false)), true);
window.addEventListener(
  'dragleave',
  (event) => {
    // Not the ones told above, which are no drag events.
    if (event instanceof DragEvent) {
      forget((zone) => zone.contains(event.relatedTarget));
    }
  },
  true
);
