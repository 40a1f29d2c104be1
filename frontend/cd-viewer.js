/*
 * <cd-viewer>: one picture to look at closely. Zooming, moving and turning are OpenSeadragon's, loaded from our own
 * origin when the first viewer opens; the tools, the keys, the marks on the picture and the choosing of a region are
 * here. Everything it knows comes from app.carddesk.evidence.ui.PictureViewer, and it tells what is wanted by events:
 * cd-region, cd-step, cd-page.
 */
import { isTyping } from './typing.js';

const LIBRARY = 'webjars/openseadragon/2.4.2/build/openseadragon/openseadragon.min.js';

const WHOLE = 10_000;
const ZOOM = 1.4;
const PAN = 0.15;
/** How far an arrow key moves or sizes a region, as a share of the page. */
const STEP = 0.02;
const SMALLEST = 0.01;
/** A press that moves less is a click, not a region. */
const CLICK = 6;

let loading;

function library() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL(LIBRARY, document.baseURI).href;
    script.onload = () => resolve(window.OpenSeadragon);
    script.onerror = () => {
      loading = undefined;
      script.remove();
      reject(new Error('The viewer could not be loaded'));
    };
    document.head.append(script);
  });
  return loading;
}

const ICONS = {
  zoomOut: 'M5 12h14',
  zoomIn: 'M5 12h14M12 5v14',
  fit: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  rotateLeft: 'M4 5v5h5M4.6 10A8 8 0 1 1 4 13',
  rotateRight: 'M20 5v5h-5M19.4 10A8 8 0 1 0 20 13',
  mark: 'M4 7V4h3M17 4h3v3M20 17v3h-3M7 20H4v-3M10 4h4M10 20h4M4 10v4M20 10v4',
  help: 'M9 9a3 3 0 1 1 4 2.8c-.7.3-1 .8-1 1.6v.6M12 18v.1'
};

const HELP = [
  ['+ −', 'keyZoom'],
  ['0', 'keyFit'],
  ['R ⇧R', 'keyRotate'],
  ['← ↑ → ↓', 'keyPan'],
  ['← → N P', 'keyStep'],
  ['PgUp PgDn', 'keyPage'],
  ['M', 'keyMark'],
  ['C', 'keyCover'],
  ['?', 'keyHelp'],
  ['Esc', 'keyClose']
];

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
const fill = (pattern, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), pattern ?? '');

/** A region of the page, in shares of its width and height, as it lies when the page is turned a quarter to the right. */
const turned = ({ left, top, width, height }) => ({ left: 1 - top - height, top: left, width: height, height: width });

function turnedBy(region, quarters) {
  let result = region;
  for (let i = 0; i < ((quarters % 4) + 4) % 4; i++) {
    result = turned(result);
  }
  return result;
}

function element(name, className, attributes = {}) {
  const made = document.createElement(name);
  made.className = className;
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

let count = 0;

class Viewer extends HTMLElement {
  #words = {};
  #picture = null;
  #shown = null;
  #osd = null;
  #Osd = null;
  #parts = null;
  #scope = null;
  #listening = null;
  #choosing = null;
  #rotation = 0;
  #telling = 0;

  connectedCallback() {
    // What the server set before this module was there.
    for (const name of ['words', 'picture']) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    this.#build();
    this.#scope = this.closest('vaadin-dialog') ?? this;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#scope.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.addEventListener('focusin', () => this.#activate(), { signal });
    this.#start();
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#osd?.destroy();
    this.#osd = null;
    this.#shown = null;
    this.#choosing = null;
    this.replaceChildren();
    this.#parts = null;
  }

  get words() {
    return this.#words;
  }

  set words(words) {
    this.#words = words;
    if (this.#parts) {
      this.#build();
      this.#draw();
    }
  }

  get picture() {
    return this.#picture;
  }

  set picture(picture) {
    this.#picture = picture;
    this.#draw();
  }

  /** What is on the screen, for whoever wants to know without looking. */
  get state() {
    const viewport = this.#osd?.viewport;
    return viewport && this.#osd.world.getItemCount() > 0
      ? { zoom: this.#percent(), rotation: viewport.getRotation(), choosing: this.#choosing?.purpose ?? null }
      : null;
  }

  /** The region that was chosen has been dealt with. */
  release() {
    // Whoever is quick has begun to choose the next one by the time the answer comes.
    if (this.#choosing?.kept) {
      this.#leave();
    }
  }

  #build() {
    const id = `cd-viewer-${++count}`;
    const stage = element('div', 'cdv-stage', {
      tabindex: '0',
      role: 'application',
      'aria-describedby': `${id}-hint`
    });
    const surface = element('div', 'cdv-surface');
    const failure = element('p', 'cdv-failure', { hidden: '' });
    const hint = element('div', 'cdv-hint', { hidden: '' });
    const hintText = element('span', '');
    hint.append(
      hintText,
      this.#button('keep', 'cdv-keep', () => this.#keep()),
      this.#button('leave', 'cdv-leave', () => this.#leaveByHand())
    );
    stage.append(surface);
    const description = element('span', 'cd-visually-hidden', { id: `${id}-hint` });
    description.textContent = this.#words.hint ?? '';
    const zoom = element('span', 'cdv-zoom', { 'aria-hidden': 'true' });
    const tools = element('div', 'cdv-tools', { role: 'group', 'aria-label': this.#words.tools ?? '' });
    const help = this.#help(id);
    const compact = this.hasAttribute('compact');
    tools.append(
      this.#tool('zoomOut', () => this.#zoom(1 / ZOOM)),
      ...(compact ? [] : [zoom]),
      this.#tool('zoomIn', () => this.#zoom(ZOOM)),
      this.#tool('fit', () => this.#fit()),
      ...(compact ? [] : [this.#tool('rotateLeft', () => this.#rotate(-90))]),
      this.#tool('rotateRight', () => this.#rotate(90))
    );
    if (this.hasAttribute('regions')) {
      tools.append(
        this.#button('mark', 'cdv-mark-tool', () => this.#choose('mark')),
        this.#button('cover', 'cdv-cover-tool', () => this.#choose('cover'))
      );
    }
    const ask = this.#tool('help', () => help.togglePopover());
    ask.setAttribute('aria-expanded', 'false');
    help.addEventListener('toggle', (event) => ask.setAttribute('aria-expanded', String(event.newState === 'open')));
    tools.append(ask);
    const status = element('div', 'cd-visually-hidden', { 'aria-live': 'polite' });
    this.replaceChildren(stage, failure, hint, tools, description, status, help);
    this.#parts = { stage, surface, failure, hint, hintText, zoom, status, help };
    stage.addEventListener('pointerdown', () => stage.focus({ preventScroll: true }), true);
    // On a page that scrolls, the wheel zooms only what has been chosen by clicking on it.
    stage.addEventListener(
      'wheel',
      (event) => {
        if (this.#scope === this && document.activeElement !== stage && !event.ctrlKey) {
          event.stopImmediatePropagation();
        }
      },
      true
    );
  }

  #button(word, className, act) {
    const button = element('button', className, { type: 'button' });
    button.textContent = this.#words[word] ?? '';
    button.addEventListener('click', act);
    return button;
  }

  #tool(word, act) {
    const button = element('button', 'cdv-tool', {
      type: 'button',
      'aria-label': this.#words[word] ?? '',
      title: this.#words[word] ?? ''
    });
    button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${ICONS[word]}"/></svg>`;
    button.addEventListener('click', act);
    return button;
  }

  #help(id) {
    const help = element('div', 'cdv-help', {
      popover: 'auto',
      autofocus: '',
      role: 'dialog',
      'aria-labelledby': `${id}-help`,
      tabindex: '-1'
    });
    const title = element('strong', '', { id: `${id}-help` });
    title.textContent = this.#words.help ?? '';
    const list = element('dl', '');
    for (const [keys, word] of HELP) {
      if (this.#words[word]) {
        const term = element('dt', '');
        term.append(
          ...keys.split(' ').map((key) => {
            const cap = element('kbd', '');
            cap.textContent = key;
            return cap;
          })
        );
        const meaning = element('dd', '');
        meaning.textContent = this.#words[word];
        list.append(term, meaning);
      }
    }
    help.append(title, list);
    return help;
  }

  async #start() {
    try {
      this.#Osd = await library();
    } catch {
      this.#say(this.#words.failed);
      return;
    }
    if (!this.isConnected || this.#osd) {
      return;
    }
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const gestures = { clickToZoom: false, dblClickToZoom: true, pinchRotate: false, flickEnabled: false };
    this.#osd = this.#Osd({
      element: this.#parts.surface,
      tabIndex: '',
      showNavigationControl: false,
      animationTime: still ? 0.001 : 0.35,
      blendTime: 0,
      zoomPerClick: 2,
      visibilityRatio: 1,
      constrainDuringPan: true,
      minZoomImageRatio: 1,
      maxZoomPixelRatio: 4,
      gestureSettingsMouse: { ...gestures, scrollToZoom: true },
      gestureSettingsTouch: { ...gestures, pinchToZoom: true },
      gestureSettingsPen: gestures,
      gestureSettingsUnknown: gestures
    });
    this.#osd.addHandler('open', () => this.#opened());
    this.#osd.addHandler('open-failed', () => this.#say(this.#words.failed));
    this.#osd.addHandler('zoom', () => this.#tell());
    this.#osd.addHandler('resize', () => this.#refit());
    this.#draw();
    if (this.hasAttribute('autofocus')) {
      this.#parts.stage.focus({ preventScroll: true });
    }
  }

  #draw() {
    const picture = this.#picture;
    if (!this.#osd || !picture) {
      return;
    }
    this.#parts.stage.setAttribute('aria-label', picture.label);
    if (picture.src === this.#shown) {
      this.#drawMarks();
      this.#tell();
      return;
    }
    const path = (address) => address?.split('?')[0];
    const rotation = path(picture.src) === path(this.#shown) ? this.#osd.viewport.getRotation() : 0;
    this.#shown = picture.src;
    this.#leave();
    this.#parts.failure.hidden = true;
    this.#osd.close();
    this.#rotation = rotation;
    if (picture.src) {
      this.#osd.open({ type: 'image', url: new URL(picture.src, document.baseURI).href, buildPyramid: true });
    } else {
      this.#say(picture.placeholder);
    }
  }

  #opened() {
    this.#osd.viewport.setRotation(this.#rotation);
    this.#osd.viewport.goHome(true);
    this.#drawMarks();
    this.#tell();
  }

  #refit() {
    const viewport = this.#osd.viewport;
    if (this.#osd.world.getItemCount() > 0 && !this.#zoomed) {
      requestAnimationFrame(() => this.#osd && viewport.goHome(true));
    }
  }

  /** Says in the place of the picture why there is none. */
  #say(text) {
    if (this.#parts) {
      this.#parts.failure.textContent = text;
      this.#parts.failure.hidden = false;
      this.#parts.status.textContent = `${this.#picture?.label ?? ''}: ${text}`;
    }
  }

  get #item() {
    return this.#osd?.world.getItemAt(0);
  }

  /** Height by width of the page. */
  get #slope() {
    const size = this.#item.getContentSize();
    return size.y / size.x;
  }

  #place({ left, top, width, height }) {
    const slope = this.#slope;
    return new this.#Osd.Rect(left, top * slope, width, height * slope);
  }

  #overlay(node, region) {
    this.#osd.addOverlay({
      element: node,
      location: this.#place(region),
      rotationMode: this.#Osd.OverlayRotationMode.BOUNDING_BOX
    });
  }

  #drawMarks() {
    if (!this.#item) {
      return;
    }
    const choice = this.#choosing;
    this.#osd.clearOverlays();
    this.#picture.marks.forEach((mark) => {
      const node = element('div', 'cdv-mark', { 'aria-hidden': 'true', title: mark.label });
      const number = element('span', 'cdv-number');
      number.textContent = mark.number;
      node.append(number);
      this.#overlay(node, {
        left: mark.left / WHOLE,
        top: mark.top / WHOLE,
        width: mark.width / WHOLE,
        height: mark.height / WHOLE
      });
    });
    if (choice) {
      this.#overlay(choice.node, choice.region);
    }
  }

  // Looking ---------------------------------------------------------------------------------------------------------

  get #zoomed() {
    if (!this.#item) {
      return false;
    }
    const { viewport } = this.#osd;
    return viewport.getZoom() > viewport.getHomeZoom() * 1.01;
  }

  #percent() {
    const { viewport } = this.#osd;
    return Math.round((viewport.getZoom() / viewport.getHomeZoom()) * 100);
  }

  #zoom(factor) {
    if (this.#item) {
      this.#osd.viewport.zoomBy(factor).applyConstraints();
    }
  }

  #fit() {
    if (this.#item) {
      this.#osd.viewport.goHome();
      this.#tell();
    }
  }

  #rotate(degrees) {
    if (this.#item) {
      const { viewport } = this.#osd;
      viewport.setRotation(viewport.getRotation() + degrees);
      viewport.goHome(true);
      this.#tell();
    }
  }

  #pan(x, y) {
    const { viewport } = this.#osd;
    const seen = viewport.getBoundsNoRotate();
    const by = new this.#Osd.Point(x * PAN * seen.width, y * PAN * seen.height).rotate(-viewport.getRotation());
    viewport.panBy(by).applyConstraints();
  }

  /** Says once things are quiet what is to be seen. */
  #tell() {
    if (!this.#item) {
      return;
    }
    const percent = this.#percent();
    this.#parts.zoom.textContent = fill(this.#words.percent, percent);
    this.toggleAttribute('zoomed', this.#zoomed);
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => {
      if (this.#parts && !this.#choosing) {
        this.#parts.status.textContent = `${this.#picture.label}, ${fill(this.#words.zoom, percent)}`;
      }
    }, 400);
  }

  // Choosing a region -----------------------------------------------------------------------------------------------

  #choose(purpose) {
    if (!this.#item || !this.hasAttribute('regions')) {
      return;
    }
    this.#leave();
    const node = element('div', `cdv-choice cdv-choice-${purpose}`, { 'aria-hidden': 'true' });
    const veil = element('div', 'cdv-veil');
    this.#choosing = { purpose, node, veil, region: this.#middle() };
    this.setAttribute('choosing', purpose);
    this.#overlay(node, this.#choosing.region);
    veil.addEventListener('pointerdown', (event) => this.#drag(event));
    this.#parts.stage.append(veil);
    this.#parts.hintText.textContent = this.#words[`${purpose}Hint`] ?? '';
    this.#parts.hint.hidden = false;
    this.#parts.status.textContent = `${this.#parts.hintText.textContent} ${this.#where()}`;
    this.#parts.stage.focus({ preventScroll: true });
  }

  /** A region in the middle of what is to be seen of the page. */
  #middle() {
    const { viewport } = this.#osd;
    const seen = viewport.getBounds().getBoundingBox();
    const slope = this.#slope;
    const left = clamp(seen.x, 0, 1);
    const top = clamp(seen.y / slope, 0, 1);
    const width = clamp(seen.x + seen.width, 0, 1) - left;
    const height = clamp((seen.y + seen.height) / slope, 0, 1) - top;
    return { left: left + width * 0.3, top: top + height * 0.4, width: width * 0.4, height: height * 0.2 };
  }

  #drag(event) {
    if (event.button !== 0 || !event.isPrimary) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.#parts.stage.focus({ preventScroll: true });
    const { veil } = this.#choosing;
    veil.setPointerCapture(event.pointerId);
    const from = this.#point(event);
    const before = this.#choosing.region;
    const listening = new AbortController();
    const { signal } = listening;
    const follow = (moved) => {
      const to = this.#point(moved);
      this.#region({
        left: Math.min(from.x, to.x),
        top: Math.min(from.y, to.y),
        width: Math.max(SMALLEST / 4, Math.abs(to.x - from.x)),
        height: Math.max(SMALLEST / 4, Math.abs(to.y - from.y))
      });
    };
    veil.addEventListener('pointermove', follow, { signal });
    veil.addEventListener('pointercancel', () => listening.abort(), { signal });
    veil.addEventListener(
      'pointerup',
      (up) => {
        listening.abort();
        if (Math.hypot(up.clientX - event.clientX, up.clientY - event.clientY) < CLICK) {
          this.#region(before);
        } else {
          follow(up);
          this.#keep();
        }
      },
      { signal }
    );
  }

  /** Where on the page a pointer is, in shares of its width and height. */
  #point({ clientX, clientY }) {
    const box = this.#parts.surface.getBoundingClientRect();
    const point = this.#osd.viewport.pointFromPixel(new this.#Osd.Point(clientX - box.left, clientY - box.top), true);
    return { x: clamp(point.x, 0, 1), y: clamp(point.y / this.#slope, 0, 1) };
  }

  #region(region) {
    const width = clamp(region.width, 0, 1);
    const height = clamp(region.height, 0, 1);
    this.#choosing.region = {
      left: clamp(region.left, 0, 1 - width),
      top: clamp(region.top, 0, 1 - height),
      width,
      height
    };
    this.#osd.updateOverlay(this.#choosing.node, this.#place(this.#choosing.region));
  }

  /** An arrow goes where it points on the screen, however the page is turned. */
  #nudge([x, y], sizing) {
    const quarters = this.#osd.viewport.getRotation() / 90;
    const seen = turnedBy(this.#choosing.region, quarters);
    if (sizing) {
      seen.width = clamp(seen.width + x * STEP, SMALLEST, 1 - seen.left);
      seen.height = clamp(seen.height + y * STEP, SMALLEST, 1 - seen.top);
    } else {
      seen.left = clamp(seen.left + x * STEP, 0, 1 - seen.width);
      seen.top = clamp(seen.top + y * STEP, 0, 1 - seen.height);
    }
    this.#region(turnedBy(seen, -quarters));
    this.#parts.status.textContent = this.#where();
  }

  #where() {
    const seen = turnedBy(this.#choosing.region, this.#osd.viewport.getRotation() / 90);
    return fill(
      this.#words.region,
      ...[seen.left, seen.top, seen.width, seen.height].map((share) => Math.round(share * 100))
    );
  }

  #keep() {
    const { purpose, region, veil } = this.#choosing;
    this.#choosing.kept = true;
    veil.remove();
    this.#parts.hint.hidden = true;
    const left = Math.round(region.left * WHOLE);
    const top = Math.round(region.top * WHOLE);
    this.#emit('cd-region', {
      purpose,
      left,
      top,
      width: clamp(Math.round(region.width * WHOLE), 1, WHOLE - left),
      height: clamp(Math.round(region.height * WHOLE), 1, WHOLE - top)
    });
  }

  #leaveByHand() {
    this.#leave();
    this.#parts.stage.focus({ preventScroll: true });
    this.#tell();
  }

  #leave() {
    if (this.#choosing) {
      this.#osd?.removeOverlay(this.#choosing.node);
      this.#choosing.veil.remove();
      this.#choosing = null;
      this.removeAttribute('choosing');
      this.#parts.hint.hidden = true;
    }
  }

  // Keys ------------------------------------------------------------------------------------------------------------

  #activate() {
    this.#scope.querySelectorAll('cd-viewer[active]').forEach((one) => one.removeAttribute('active'));
    this.setAttribute('active', '');
  }

  /** Of several viewers in a dialog, the one that was used last hears the keys. */
  get #isActive() {
    if (this.#scope === this) {
      return true;
    }
    const all = [...this.#scope.querySelectorAll('cd-viewer')].filter((one) => one.checkVisibility());
    return (all.find((one) => one.hasAttribute('active')) ?? all[0]) === this;
  }

  #key(event) {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (isTyping(event) || !this.#isActive) {
      return;
    }
    if (this.#heard(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /** Whether the key meant something here. */
  #heard(event) {
    const { key, shiftKey } = event;
    const { help } = this.#parts;
    if (key === 'Escape') {
      if (help.matches(':popover-open')) {
        help.hidePopover();
        return true;
      }
      if (this.#choosing) {
        this.#leaveByHand();
        return true;
      }
      return false;
    }
    const arrow = ARROWS[key];
    if (this.#choosing && !this.#choosing.kept) {
      if (arrow) {
        this.#nudge(arrow, shiftKey);
        return true;
      }
      if (key === 'Enter' && !event.target.closest('button')) {
        this.#keep();
        return true;
      }
    }
    if (arrow && !shiftKey) {
      if (this.#zoomed) {
        this.#pan(...arrow);
      } else if (arrow[0] !== 0) {
        this.#step(arrow[0]);
      } else {
        return false;
      }
      return true;
    }
    switch (key) {
      case '+':
      case '=':
        this.#zoom(ZOOM);
        return true;
      case '-':
      case '_':
        this.#zoom(1 / ZOOM);
        return true;
      case '0':
        this.#fit();
        return true;
      case '?':
        help.togglePopover();
        return true;
      case 'PageDown':
        this.#emit('cd-page', { by: 1 });
        return true;
      case 'PageUp':
        this.#emit('cd-page', { by: -1 });
        return true;
      default:
        return this.#heardLetter(key.toLowerCase(), shiftKey);
    }
  }

  #heardLetter(letter, shiftKey) {
    if (letter === 'r') {
      this.#rotate(shiftKey ? -90 : 90);
    } else if (letter === 'n' || letter === 'p') {
      this.#step(letter === 'n' ? 1 : -1);
    } else if (letter === 'c' && this.hasAttribute('uncoverable')) {
      return false;
    } else if ((letter === 'm' || letter === 'c') && !shiftKey && this.hasAttribute('regions')) {
      this.#choose(letter === 'm' ? 'mark' : 'cover');
    } else {
      return false;
    }
    return true;
  }

  /** In a dialog the server shows the next one; on a page the next one stands beside this one. */
  #step(by) {
    if (this.#scope !== this) {
      this.#emit('cd-step', { by });
      return;
    }
    const all = [...(this.closest('.evidence-gallery') ?? document).querySelectorAll('cd-viewer')];
    all[all.indexOf(this) + by]?.querySelector('.cdv-stage').focus();
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

if (!customElements.get('cd-viewer')) {
  customElements.define('cd-viewer', Viewer);
}
