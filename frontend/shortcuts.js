/*
 * Single-letter shortcuts: a letter clicks what carries it in data-letter-key, or goes into it if it is a field, but
 * only outside text fields, menus and lists, without modifiers, and only on the topmost dialog while one is open.
 */

import './confirming.js';
import { isTyping } from './typing.js';

const DIALOGS = 'vaadin-dialog[opened], vaadin-confirm-dialog[opened], vaadin-login-overlay[opened], dialog[open]';

const FIELDS = 'vaadin-text-field, vaadin-text-area';

function isAvailable(element) {
  return (
    !element.disabled &&
    !element.hasAttribute('disabled') &&
    !element.closest('[inert], [hidden]') &&
    element.checkVisibility({ visibilityProperty: true })
  );
}

document.addEventListener('keydown', (event) => {
  const { key } = event;
  if (key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  if (event.repeat || event.isComposing || event.defaultPrevented || isTyping(event)) {
    return;
  }
  if (event.shiftKey && key.toLowerCase() !== key.toUpperCase()) {
    return;
  }
  const wanted = key.toLowerCase();
  const dialog = [...document.querySelectorAll(DIALOGS)].at(-1);
  const target = [...(dialog ?? document).querySelectorAll('[data-letter-key]')].find(
    (element) => element.dataset.letterKey === wanted && isAvailable(element)
  );
  if (target) {
    event.preventDefault();
    if (target.matches(FIELDS)) {
      target.focus();
    } else {
      target.click();
    }
  }
});
