/* The time that is left, counting: <carddesk-countdown seconds="3600" over="Ended">. */
class Countdown extends HTMLElement {
  connectedCallback() {
    this.setAttribute('role', 'timer');
    this.show();
    this.timer = setInterval(() => this.show(), 1000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  show() {
    // The server's clock counts; the browser's only says how much of it has passed.
    this.end ??= performance.now() + Number(this.getAttribute('seconds')) * 1000;
    const left = Math.max(0, Math.ceil((this.end - performance.now()) / 1000));
    const parts = [Math.floor(left / 60) % 60, left % 60].map((part) => String(part).padStart(2, '0'));
    this.textContent = left === 0 ? this.getAttribute('over') : [Math.floor(left / 3600), ...parts].join(':');
  }
}

customElements.define('carddesk-countdown', Countdown);
