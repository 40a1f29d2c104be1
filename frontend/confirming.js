/*
 * The press that opens a payment never confirms it. A button with data-confirms ignores keys that are held down, keys
 * that were down when it appeared, and the second half of a double click or of a double press. Where it was opened by
 * the pointer, or by the very keys that press a button, it can be pressed only once a double click would be over; where
 * another key opened it, at once. Whoever reads it has the focus on it either way.
 */

const DOUBLE = 500;
const PRESSES = new Set(['Enter', ' ']);

const held = new Set();
let last = { at: -Infinity, opensByPress: false };
let acted = 0;

const confirming = (event) =>
  event.composedPath().find((one) => one instanceof Element && one.hasAttribute('data-confirms'));

function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

document.addEventListener(
  'keydown',
  (event) => {
    const button = confirming(event);
    if (button && PRESSES.has(event.key) && (event.repeat || held.has(event.key))) {
      stop(event);
    }
    if (!event.repeat) {
      acted += 1;
      last = { at: performance.now(), opensByPress: PRESSES.has(event.key) };
    }
    held.add(event.key);
  },
  true
);

document.addEventListener('keyup', (event) => held.delete(event.key), true);

window.addEventListener('blur', () => held.clear());

document.addEventListener(
  'pointerdown',
  () => {
    acted += 1;
    last = { at: performance.now(), opensByPress: true };
  },
  true
);

document.addEventListener(
  'click',
  (event) => {
    if (confirming(event) && event.detail > 1) {
      stop(event);
    }
  },
  true
);

/* The dialog takes the focus for itself while it opens; whoever has pressed anything since keeps theirs. */
function keepFocus(button, soFar, tries = 10) {
  if (acted !== soFar || tries === 0) {
    return;
  }
  if (document.activeElement !== button) {
    button.focus();
  }
  setTimeout(() => keepFocus(button, soFar, tries - 1), 50);
}

document.addEventListener('cd-confirming', ({ detail: { button, focus } }) => {
  const soFar = acted;
  const wait = last.opensByPress ? DOUBLE : 0;
  const ready = () => {
    button.disabled = false;
    if (focus) {
      keepFocus(button, soFar);
    }
  };
  if (wait > 0) {
    button.disabled = true;
    setTimeout(ready, wait);
  } else {
    ready();
  }
});
