/*
 * A mail can be dropped anywhere on a page that has a place for mails: it goes there, even from above another place. What
 * is dropped beside every place does not make the browser leave the page for it.
 */
const ZONE = 'vaadin-upload-drop-zone';
const DIALOGS = 'vaadin-dialog[opened], vaadin-confirm-dialog[opened]';

const isMail = (file) => file.type === 'message/rfc822' || /\.eml$/i.test(file.name);
const brings = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
const place = () => document.querySelector(`${ZONE}:has(> .cd-mail-drop)`);

document.addEventListener('dragover', (event) => {
  if (brings(event) && place()) {
    event.preventDefault();
  }
});

document.addEventListener(
  'drop',
  (event) => {
    const zone = place();
    if (!brings(event) || !zone) {
      return;
    }
    const files = [...event.dataTransfer.files];
    const inZone = event.composedPath().includes(zone);
    const mails = files.length > 0 && files.every(isMail);
    if (mails && !inZone && zone.manager && !zone.manager.disabled && !document.querySelector(DIALOGS)) {
      event.preventDefault();
      event.stopPropagation();
      zone.manager.addFiles(files);
      zone.scrollIntoView({ block: 'nearest' });
    } else if (!event.composedPath().some((node) => node.localName === ZONE)) {
      event.preventDefault();
    }
  },
  true
);
