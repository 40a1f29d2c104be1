/*
 * Whether a key goes to somebody who types, or to a menu or a list that has its own use for letters and arrows. Those
 * who listen for single keys ask this first.
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

export function isTyping(event) {
  return event
    .composedPath()
    .some((node) => node instanceof Element && node.matches(TYPING) && !node.matches(NOT_TYPING));
}
