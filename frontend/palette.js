/*
 * Ctrl+K opens the command palette, ? outside text fields and F1 anywhere the list of this screen's keys. Inside the
 * palette the arrows go from the field into the lines and back, and Enter in the field takes the first line.
 */

import { isTyping } from './typing.js';

const ask = (what) => document.querySelector('.cd-helpers')?.dispatchEvent(new CustomEvent(what));

const lines = () => [...document.querySelectorAll('.cd-palette-results .cd-palette-line')];

/* The answer to what was just typed may still be on its way: take only a line that answers it. */
const takeFirst = (field, tries) => {
  const results = document.querySelector('.cd-palette-results');
  if (!results) {
    return;
  }
  if (results.dataset.answers === (field.value ?? '').trim()) {
    lines()[0]?.click();
  } else if (tries > 0) {
    setTimeout(() => takeFirst(field, tries - 1), 50);
  }
};

const within = (event, selector) =>
  event.composedPath().find((node) => node instanceof Element && node.matches(selector));

const insidePalette = (event) => {
  const field = within(event, '.cd-palette-field');
  const line = within(event, '.cd-palette-line');
  if (!field && !line) {
    return;
  }
  const all = lines();
  const at = all.indexOf(line);
  if (event.key === 'ArrowDown') {
    event.preventDefault();
    all[Math.min(at + 1, all.length - 1)]?.focus();
  } else if (event.key === 'ArrowUp' && line) {
    event.preventDefault();
    (at > 0 ? all[at - 1] : document.querySelector('.cd-palette-field')).focus();
  } else if (event.key === 'Enter' && field && !field.readonly) {
    event.preventDefault();
    takeFirst(field, 40);
  }
};

if (!window.carddeskHelpers) {
  window.carddeskHelpers = true;
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) {
      return;
    }
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      ask('palette-wanted');
    } else if (event.key === 'F1') {
      event.preventDefault();
      ask('keys-wanted');
    } else if (event.key === '?' && !event.ctrlKey && !event.altKey && !event.metaKey && !isTyping(event)) {
      // A dialog that explains its own keys does so itself.
      if (!document.querySelector('[data-letter-key="?"]')) {
        event.preventDefault();
        ask('keys-wanted');
      }
    } else if (!event.ctrlKey && !event.altKey && !event.metaKey) {
      insidePalette(event);
    }
  });
}
