/*
 * The board's ways in, as far as they are the browser's business: files go one after the other, so that they fill the
 * places in the order in which they were chosen; a file that was not taken is remembered, so that it can be sent once
 * more; and a picture in the clipboard is taken like one that was chosen.
 */
const BOARD = '.evidence-board';
const REMEMBERED = 200;
/** What is taken. The file dialog offers it; whatever else is given is still sent, and refused by its real name. */
const PICTURES = 'image/*,.heic,.heif,.avif';
const TAKEN = `${PICTURES},application/pdf,.pdf`;

const sent = new Map();
const joined = new WeakSet();
let last = 0;

const remember = (manager, file) => {
  last += 1;
  sent.set(String(last), { manager, file });
  if (sent.size > REMEMBERED) {
    sent.delete(sent.keys().next().value);
  }
  return String(last);
};

const join = (manager) => {
  if (joined.has(manager)) {
    return;
  }
  joined.add(manager);
  manager.maxConcurrentUploads = 1;
  manager.addEventListener('upload-request', ({ detail }) => {
    detail.xhr.setRequestHeader('X-Carddesk-File', remember(manager, detail.file));
  });
  // What arrived leaves the list; what became of it is told by the board. What did not arrive stays, to be retried.
  manager.addEventListener('upload-success', ({ detail }) => {
    queueMicrotask(() => {
      manager.files = manager.files.filter((file) => file !== detail.file);
    });
  });
};

/** Joins a zone as soon as it knows its manager. */
const welcome = (zone) => (zone.manager ? join(zone.manager) : requestAnimationFrame(() => welcome(zone)));

const waiting = window.carddeskZones ?? [];
window.carddeskZones = { push: welcome };
waiting.forEach(welcome);

document.addEventListener(
  'click',
  (event) => {
    const path = event.composedPath();
    const again = path.find((node) => node.dataset?.again);
    const known = again && sent.get(again.dataset.again);
    if (known) {
      sent.delete(again.dataset.again);
      known.manager.addFiles([known.file]);
    }
    const choose = path.find((node) => node.localName === 'vaadin-upload-button');
    if (choose?.manager && choose.closest(BOARD)) {
      choose.manager.accept = choose.capture ? PICTURES : TAKEN;
      setTimeout(() => {
        choose.manager.accept = '';
      });
    }
  },
  true
);

const isText = (node) =>
  node.isContentEditable || node.localName === 'textarea' || (node.localName === 'input' && node.type !== 'checkbox');

document.addEventListener('paste', (event) => {
  const board = document.querySelector(BOARD);
  const manager = board?.querySelector(':scope > vaadin-upload-drop-zone')?.manager;
  const files = [...(event.clipboardData?.files ?? [])];
  if (!manager || manager.disabled || files.length === 0) {
    return;
  }
  // Whoever types wants their text, even where a picture of it comes along.
  if (event.composedPath().some(isText) && event.clipboardData.types.some((type) => type.startsWith('text/'))) {
    return;
  }
  event.preventDefault();
  const name = board.dataset.pasted;
  manager.addFiles(
    files.map((file) => {
      const ending = file.name.includes('.') ? file.name.slice(file.name.lastIndexOf('.')) : '';
      return new File([file], `${name}${ending}`, { type: file.type });
    })
  );
});
