/*
 * Single-letter shortcuts: a letter clicks what carries it in data-letter-key, but only outside text fields, menus and
 * lists, without modifiers, and only on the topmost dialog while one is open.
 */

const TYPING =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"], ' +
  '[role="listbox"], [role="menu"], [role="menubar"], [role="spinbutton"], vaadin-text-field, vaadin-text-area, ' +
  'vaadin-email-field, vaadin-password-field, vaadin-integer-field, vaadin-number-field, vaadin-big-decimal-field, ' +
  'vaadin-combo-box, vaadin-multi-select-combo-box, vaadin-select, vaadin-date-picker, vaadin-time-picker, ' +
  'vaadin-date-time-picker, vaadin-message-input, vaadin-context-menu-list-box, vaadin-menu-bar-list-box, ' +
  'vaadin-select-list-box';

/** Boxes, buttons and uploads are inputs too, but nobody types letters into them. */
const NOT_TYPING = 'input[type="checkbox"], input[type="radio"], input[type="button"], input[type="file"]';

const DIALOGS = 'vaadin-dialog[opened], vaadin-confirm-dialog[opened], vaadin-login-overlay[opened], dialog[open]';

function isTyping(event) {
  return event
    .composedPath()
    .some((node) => node instanceof Element && node.matches(TYPING) && !node.matches(NOT_TYPING));
}

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
    target.click();
  }
});
