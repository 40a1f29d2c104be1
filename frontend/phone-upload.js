/*
 * The page a customer's phone opens by a one-time link. It first takes the link for this phone; then each place sends its
 * picture as it is, one after the other, shows how far it has come, and keeps it here to be sent again if it did not
 * arrive. It asks the server for nothing about the case.
 */
const main = document.querySelector('main');
const words = main.dataset;
const address = location.pathname.replace(/\/$/, '');
const OURS = { 'X-Carddesk-Upload': '1', 'Content-Language': document.documentElement.lang };

const queue = [];
let going = null;

const next = () => {
  if (!going && queue.length > 0) {
    going = queue.shift();
    going.send();
  }
};

const answerOf = (request) => {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return {};
  }
};

class Place {
  constructor(section) {
    this.kind = section.dataset.kind;
    this.inputs = [...section.querySelectorAll('input')];
    this.frame = section.querySelector('.frame');
    this.drawing = this.frame.firstElementChild;
    this.going = section.querySelector('.going');
    this.progress = section.querySelector('progress');
    this.state = section.querySelector('.state');
    this.trouble = section.querySelector('.trouble');
    this.problem = section.querySelector('.problem');
    this.retry = section.querySelector('.retry');
    this.section = section;
    this.inputs.forEach((input) => input.addEventListener('change', () => this.take(input)));
    section.querySelector('.cancel').addEventListener('click', () => this.cancel());
    this.retry.addEventListener('click', () => this.enqueue());
    if (section.dataset.arrived === 'true') {
      this.say(words.arrived);
    }
  }

  take(input) {
    const [file] = input.files;
    input.value = '';
    if (!file) {
      return;
    }
    this.file = file;
    this.section.dataset.arrived = 'false';
    this.preview(file);
    if (file.size > Number(words.maxBytes)) {
      this.fail(words.tooLarge, false);
    } else {
      this.enqueue();
    }
  }

  preview(file) {
    URL.revokeObjectURL(this.url);
    this.url = URL.createObjectURL(file);
    const picture = new Image();
    picture.alt = words.preview;
    // What this browser cannot draw, such as a PDF, is known by its name.
    picture.addEventListener('error', () => {
      const name = document.createElement('span');
      name.textContent = file.name;
      this.frame.replaceChildren(this.drawing, name);
    });
    picture.src = this.url;
    this.frame.replaceChildren(picture);
  }

  enqueue() {
    this.trouble.hidden = true;
    this.going.hidden = false;
    this.progress.value = 0;
    this.say(words.waiting);
    queue.push(this);
    next();
  }

  send() {
    const request = new XMLHttpRequest();
    this.request = request;
    request.open('POST', `${address}/files/${this.kind}`);
    Object.entries(OURS).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('X-Filename', encodeURIComponent(this.file.name));
    this.say(words.sending);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      this.progress.value = total > 0 ? (100 * loaded) / total : 0;
      if (loaded >= total) {
        this.progress.removeAttribute('value');
        this.say(words.looking);
      }
    });
    request.addEventListener('load', () => this.answered(request));
    request.addEventListener('error', () => this.fail(words.unreachable, true));
    request.addEventListener('abort', () => this.say(words.cancelled));
    request.addEventListener('loadend', () => {
      this.request = null;
      this.going.hidden = true;
      going = null;
      next();
    });
    request.send(this.file);
  }

  answered(request) {
    const { state, text, retry } = answerOf(request);
    if (state === 'TAKEN') {
      this.section.dataset.arrived = 'true';
      this.say(words.arrived);
    } else {
      this.fail(text ?? words.unreachable, retry ?? true);
    }
  }

  cancel() {
    if (this.request) {
      this.request.abort();
    } else {
      queue.splice(queue.indexOf(this), 1);
      this.going.hidden = true;
      this.say(words.cancelled);
    }
    this.inputs[0].focus();
  }

  fail(text, retry) {
    this.going.hidden = true;
    this.say('');
    this.problem.textContent = text;
    this.retry.hidden = !retry;
    this.trouble.hidden = false;
  }

  say(text) {
    this.state.textContent = text;
  }
}

const begin = async () => {
  if (words.bound !== 'true') {
    const answer = await fetch(`${address}/open`, { method: 'POST', headers: OURS });
    if (!answer.ok) {
      // Another phone was faster, or it has just ended: the server knows the words.
      location.reload();
      return;
    }
  }
  document.querySelectorAll('.place').forEach((section) => new Place(section));
  main.dataset.ready = 'true';
};

begin().catch(() => {
  document.getElementById('lead').textContent = words.unreachable;
});
