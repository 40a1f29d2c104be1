/*
 * The desk without a mouse: the down arrow goes from the field into the results and on, the up arrow back, Enter opens
 * a card, C starts a case for it. It only listens and never reads keys out of the field to anywhere.
 */
const within = (event, selector) =>
  event.composedPath().find((node) => node instanceof Element && node.matches(selector));

const plain = (event) => !(event.ctrlKey || event.altKey || event.metaKey);

const links = () => [...document.querySelectorAll(".cd-desk-results .cd-hit-link")];

const normalized = (text) =>
  text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Z}\p{Pd}\p{Cf}]/gu, "");

/* The answer to what was just typed may still be on its way: open only what answers it. */
const openFirst = (field, tries) => {
  const results = document.querySelector(".cd-desk-results");
  const value = normalized(field.value ?? "");
  if (!results || !value) {
    return;
  }
  if (results.dataset.answers === value) {
    const found = links();
    const exact = found.find((link) => normalized(link.textContent) === value);
    (exact ?? (found.length === 1 ? found[0] : undefined))?.click();
    if (!exact && found.length > 1) {
      found[0].focus();
    }
  } else if (tries > 0) {
    setTimeout(() => openFirst(field, tries - 1), 50);
  }
};

/* Here and not on the server, so that what is typed right after it already arrives in the other field. */
document.addEventListener("keydown", (event) => {
  if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === "KeyI") {
    const topic = document.querySelector(".cd-inquiry vaadin-combo-box");
    if (topic) {
      event.preventDefault();
      topic.focus();
    }
  }
});

document.addEventListener("keydown", (event) => {
  if (!plain(event) || event.defaultPrevented) {
    return;
  }
  const field = within(event, ".cd-desk-field");
  if (field) {
    if (event.key === "ArrowDown" && links().length > 0) {
      event.preventDefault();
      links()[0].focus();
    } else if (event.key === "Enter" && !field.readonly) {
      openFirst(field, 40);
    }
    return;
  }
  const hit = within(event, ".cd-hit");
  if (!hit) {
    return;
  }
  const all = links();
  const at = all.indexOf(hit.querySelector(".cd-hit-link"));
  if (event.key === "ArrowDown") {
    event.preventDefault();
    all[Math.min(at + 1, all.length - 1)].focus();
  } else if (event.key === "ArrowUp") {
    event.preventDefault();
    (at > 0 ? all[at - 1] : document.querySelector(".cd-desk-field")).focus();
  } else if (event.key === "c" || event.key === "C") {
    event.preventDefault();
    hit.querySelector(".cd-hit-start")?.click();
  }
});
