/*
 * How long the sign-in still lasts, in this window: <carddesk-session>. Keys, clicks, touches and the wheel are acts and
 * are told to the server, at most every half minute; nothing else is. Before the end the person is warned; at the end the
 * window is covered at once, and left for a page that shows nothing as soon as the server agrees. The clock on the wall
 * counts, not a timer: a machine that slept finds out the moment it wakes.
 */
const ACTS = ['keydown', 'pointerdown', 'touchstart', 'wheel', 'paste', 'drop'];
const ASK_AGAIN = 5000;

class SessionWatch extends HTMLElement {
  connectedCallback() {
    this.idleEnd = this.longestEnd = Date.now() + Number(this.dataset.idle);
    this.every = Math.min(30000, Number(this.dataset.idle) / 8);
    this.told = this.asked = 0;
    this.acted = false;
    this.act = (event) => event.isTrusted && this.notice();
    this.look = () => this.tick();
    this.back = (event) => event.persisted && this.cover();
    ACTS.forEach((act) => document.addEventListener(act, this.act, { capture: true, passive: true }));
    document.addEventListener('visibilitychange', this.look);
    window.addEventListener('focus', this.look);
    window.addEventListener('pageshow', this.back);
    this.gone = () => this.acted && !this.covered && this.tell({ keepalive: true });
    window.addEventListener('pagehide', this.gone);
    this.timer = setInterval(this.look, 1000);
    this.ask();
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    ACTS.forEach((act) => document.removeEventListener(act, this.act, { capture: true }));
    document.removeEventListener('visibilitychange', this.look);
    window.removeEventListener('focus', this.look);
    window.removeEventListener('pageshow', this.back);
    window.removeEventListener('pagehide', this.gone);
    this.warning?.remove();
    this.warning = null;
  }

  notice() {
    this.acted = true;
    this.tick();
  }

  tick() {
    const now = Date.now();
    if (this.covered) {
      return;
    }
    if (Math.min(this.idleEnd, this.longestEnd) <= now) {
      this.cover();
      return;
    }
    if (this.acted && now - this.told >= (this.warning ? 1000 : this.every)) {
      this.tell();
      return;
    }
    const left = Math.min(this.idleEnd, this.longestEnd) - now;
    if (left > Number(this.dataset.warning)) {
      this.unwarn();
    } else if (!this.warning && now - this.asked >= ASK_AGAIN) {
      // In another window the person may be at work.
      this.ask().then(() => this.warn());
    } else if (this.warning) {
      this.count();
      if (now - this.asked >= ASK_AGAIN) {
        this.ask();
      }
    }
  }

  tell(options = {}) {
    this.acted = false;
    this.told = Date.now();
    this.ask('session/act', { method: 'POST', headers: { 'X-Carddesk-Act': '1' }, ...options });
  }

  /** Asks the server, which alone knows, what is left. */
  async ask(path = 'session', options = {}) {
    this.asked = Date.now();
    try {
      const address = new URL(path, document.baseURI);
      const answer = await fetch(address, { ...options, cache: 'no-store', signal: AbortSignal.timeout(8000) });
      if (!answer.ok) {
        return undefined;
      }
      const left = await answer.json();
      if (left.over) {
        this.leave();
        return false;
      }
      this.idleEnd = Date.now() + left.idle;
      this.longestEnd = Date.now() + left.longest;
      if (Math.min(left.idle, left.longest) > Number(this.dataset.warning)) {
        this.unwarn();
      }
      return true;
    } catch {
      return undefined;
    }
  }

  warn() {
    const longest = this.longestEnd <= this.idleEnd;
    const left = Math.min(this.idleEnd, this.longestEnd) - Date.now();
    if (this.warning || this.covered || left > Number(this.dataset.warning) || (longest && this.understood)) {
      return;
    }
    const warning = document.createElement('div');
    warning.className = 'cd-session-warning';
    warning.popover = 'manual';
    warning.setAttribute('role', 'alertdialog');
    warning.setAttribute('aria-labelledby', 'cd-session-title');
    warning.setAttribute('aria-describedby', 'cd-session-text');
    const title = document.createElement('strong');
    title.id = 'cd-session-title';
    title.textContent = this.dataset.title;
    const text = document.createElement('p');
    text.id = 'cd-session-text';
    text.textContent = longest ? this.dataset.longestText : this.dataset.idleText;
    // Counted before the eyes, not read out every second.
    this.counter = document.createElement('p');
    this.counter.setAttribute('aria-hidden', 'true');
    const button = document.createElement('button');
    button.textContent = longest ? this.dataset.understood : this.dataset.stay;
    button.addEventListener('click', () => {
      this.understood ||= longest;
      this.unwarn();
    });
    warning.append(title, text, this.counter, button);
    document.body.append(warning);
    warning.showPopover?.();
    this.warning = warning;
    this.count();
  }

  count() {
    const left = Math.max(0, Math.ceil((Math.min(this.idleEnd, this.longestEnd) - Date.now()) / 1000));
    this.counter.textContent = `${this.dataset.left} ${left} s`;
  }

  unwarn() {
    this.warning?.remove();
    this.warning = null;
  }

  /** Hides everything first, then asks. Only a server that says so brings it back. */
  async cover() {
    if (this.covered) {
      return;
    }
    this.covered = true;
    document.documentElement.classList.add('cd-covered');
    const goesOn = await this.ask();
    if (goesOn === true && Math.min(this.idleEnd, this.longestEnd) > Date.now()) {
      this.covered = false;
      document.documentElement.classList.remove('cd-covered');
      return;
    }
    if (goesOn === undefined) {
      // The server cannot be reached, and neither can the page that would stand here.
      this.clear();
      return;
    }
    this.leave();
  }

  why() {
    const now = Date.now();
    return this.longestEnd <= now ? 'longest' : this.idleEnd <= now ? 'idle' : 'other';
  }

  leave() {
    this.covered = true;
    document.documentElement.classList.add('cd-covered');
    const page = new URL(this.dataset.signedOut, document.baseURI);
    page.searchParams.set('why', this.why());
    location.replace(page);
  }

  clear() {
    const title = document.createElement('h1');
    title.textContent = this.dataset.over;
    const text = document.createElement('p');
    text.textContent = this.dataset.unreachable;
    const box = document.createElement('div');
    box.className = 'cd-session-warning';
    box.append(title, text);
    document.body.replaceChildren(box);
    document.documentElement.classList.remove('cd-covered');
  }
}

customElements.define('carddesk-session', SessionWatch);
