/*
 * The code guard: nothing past the third character of a redemption code leaves the browser.
 *
 * <carddesk-code-guard> is a child of the vaadin-text-field it guards. The server renders that field read-only; only this
 * element, once loaded and listening, opens it, so a slow or missing script leaks nothing. Its listeners capture on the
 * field, which puts them before the field's own and before Flow's. What looks like a code is stopped, the field emptied
 * and locked until Esc or Enter, and an event without content tells the server.
 *
 * The rules are those of app.carddesk.shared.RedemptionCodes: change both together.
 */

const TOLERATED = 3;

const INVISIBLE = '\\p{Cf}\\p{Mn}\\p{Me}\\u115F\\u1160\\u17B4\\u17B5\\u2800\\u3164\\x00-\\x08\\x0E-\\x1B\\x7F';
const DASHES = '\\p{Pd}\\u02D7\\u2043\\u2212\\u2500\\u2501\\u30FC';
const SEPARATOR = '[^\\p{L}\\p{N}]{1,3}';
const WORDS = `(?!(?:XBOX|XENA|XEON|XIAN|XING|XMAS|XRAY)(?:${SEPARATOR}[A-Z]{4}){3})`;

const HIDDEN = new RegExp(`[${INVISIBLE}]`, 'gu');
const BLANKS_AND_DASHES = new RegExp(`[\\s\\p{Z}${DASHES}${INVISIBLE}]`, 'gu');
const NEITHER_LETTER_NOR_DIGIT = /[^\p{L}\p{N}]/gu;
const X_OF_OTHER_SCRIPTS = /[\u0425\u03A7]/gu;
const CODE_IN_TEXT = new RegExp(
  '(?<![\\p{L}\\p{N}])(?:' +
    'X[A-Z0-9]{15}' +
    `|${WORDS}X[A-Z0-9]{3}(?:${SEPARATOR}[A-Z0-9]{4}){3}` +
    `|X(?:${SEPARATOR}[A-Z0-9]){15}` +
    ')(?![\\p{L}\\p{N}])',
  'u'
);

const upper = (text) => text.normalize('NFKC').toUpperCase();
const withLatinX = (text) => text.replace(X_OF_OTHER_SCRIPTS, 'X');
const begun = (value) => value.startsWith('X') && value.length > TOLERATED;

export function normalize(typed) {
  return upper(typed).replace(BLANKS_AND_DASHES, '');
}

export function startsLikeCode(typed) {
  const value = withLatinX(normalize(typed));
  return begun(value) || begun(value.replace(NEITHER_LETTER_NOR_DIGIT, ''));
}

export function containsCode(text) {
  return CODE_IN_TEXT.test(withLatinX(upper(text).replace(HIDDEN, '')));
}

const looksLikeCode = (value) => startsLikeCode(value) || containsCode(value);

const WATCHED = [
  'beforeinput',
  'input',
  'change',
  'paste',
  'drop',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'keydown',
  'keypress',
  'keyup',
  'focusout',
  'blur',
  'value-changed'
];

/*
 * Whoever types while the page is still loading is past the third character when the field could open, and the rest of a
 * code no longer looks like one. So it opens only once nobody has typed for a moment.
 */
const PAUSE_MS = 500;
let lastTyped = performance.now();
document.addEventListener(
  'keydown',
  (event) => {
    if ((event.key.length === 1 || event.isComposing) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      lastTyped = performance.now();
    }
  },
  true
);

export class CodeGuard extends HTMLElement {
  #host = null;
  #listening = null;
  #locked = false;
  #refusedBefore = false;
  #emptying = false;
  #unlockedBy = null;

  /** Set by the server where the field shall be read-only whatever the guard thinks. */
  held = false;

  connectedCallback() {
    this.#host = this.parentElement;
    this.#listening = new AbortController();
    for (const type of WATCHED) {
      this.#host.addEventListener(type, (event) => this.#watch(event), {
        capture: true,
        signal: this.#listening.signal
      });
    }
    this.#host.addEventListener(
      'click',
      (event) => {
        if (event.target.closest('[data-code-guard-unlock]')) {
          this.#unlock();
        }
      },
      { signal: this.#listening.signal }
    );
    // After the server's own attributes have been applied, or they would close the field again.
    setTimeout(() => this.#openAfterPause());
  }

  #openAfterPause() {
    if (!this.isConnected || this.#locked) {
      return;
    }
    const wait = lastTyped + PAUSE_MS - performance.now();
    if (wait > 0) {
      setTimeout(() => this.#openAfterPause(), wait);
    } else {
      this.#open();
    }
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#locked = false;
  }

  #unlock() {
    if (this.#locked) {
      this.#locked = false;
      this.#open();
      this.#input?.focus();
      this.dispatchEvent(new CustomEvent('code-guard-unlocked'));
    }
  }

  get #input() {
    return this.#host.querySelector('input');
  }

  #open() {
    this.#setReadonly(this.held);
    this.#host.toggleAttribute('code-guard-ready', true);
  }

  #setReadonly(readonly) {
    this.#host.readonly = readonly;
    if (this.#input) {
      this.#input.readOnly = readonly;
    }
  }

  #watch(event) {
    if (this.#emptying) {
      return;
    }
    if (this.#locked) {
      this.#whileLocked(event);
    } else if (event.type === 'keyup' && event.key === this.#unlockedBy) {
      this.#unlockedBy = null;
      event.stopImmediatePropagation();
    } else if (this.#isHistory(event)) {
      // What was emptied must not come back, not even in pieces that no longer look like a code.
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.type === 'input') {
        this.#empty();
      }
    } else if (this.#shows(event)) {
      this.#refuse(event);
    }
  }

  #whileLocked(event) {
    if (event.type === 'keydown' && (event.key === 'Escape' || event.key === 'Enter') && !event.isComposing) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.#unlockedBy = event.key;
      this.#unlock();
    } else if (event.type.startsWith('key')) {
      // Nobody else on the page hears which keys the rest of the code has.
      if (event.key.length === 1 || event.isComposing) {
        event.stopImmediatePropagation();
        if (!event.ctrlKey && !event.metaKey && !event.altKey) {
          event.preventDefault();
        }
      }
    } else if (event.type !== 'focusout' && event.type !== 'blur') {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (this.#input.value || this.#host.value) {
        this.#empty();
      }
    }
  }

  #isHistory(event) {
    if (!this.#refusedBefore) {
      return false;
    }
    if (event.type === 'keydown') {
      return (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key);
    }
    return (event.type === 'beforeinput' || event.type === 'input') && /^history/.test(event.inputType ?? '');
  }

  #shows(event) {
    const input = this.#input;
    if (!input) {
      return false;
    }
    const inserted = this.#insertedBy(event);
    if (inserted) {
      const { value, selectionStart, selectionEnd } = input;
      const after = value.slice(0, selectionStart) + inserted + value.slice(selectionEnd);
      if (containsCode(inserted) || looksLikeCode(after)) {
        return true;
      }
    }
    return looksLikeCode(input.value) || looksLikeCode(String(this.#host.value ?? ''));
  }

  #insertedBy(event) {
    switch (event.type) {
      case 'paste':
        return event.clipboardData?.getData('text/plain');
      case 'drop':
        return event.dataTransfer?.getData('text/plain');
      case 'beforeinput':
        return event.data ?? event.dataTransfer?.getData('text/plain');
      default:
        return '';
    }
  }

  #refuse(event) {
    if (event.type !== 'focusout' && event.type !== 'blur') {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    this.#locked = true;
    this.#refusedBefore = true;
    this.#empty();
    this.#setReadonly(true);
    if (event.type === 'drop') {
      this.#input.focus();
    }
    this.dispatchEvent(new CustomEvent('code-guard-refused'));
  }

  /** Empties the field and says so in the ordinary way, so that the server's value follows in order. */
  #empty() {
    this.#emptying = true;
    try {
      const input = this.#input;
      input.value = '';
      this.#host.value = '';
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      input.dispatchEvent(new Event('change', { bubbles: true }));
    } finally {
      this.#emptying = false;
    }
  }
}

if (!customElements.get('carddesk-code-guard')) {
  customElements.define('carddesk-code-guard', CodeGuard);
}
