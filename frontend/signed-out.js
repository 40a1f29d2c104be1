/* The way back to the page that stood in this window: whoever signs in again comes to it. */
const again = document.getElementById('again');

function cameFrom() {
  try {
    const page = new URL(document.referrer);
    return page.origin === location.origin && !/\/(login|signed-out|welcome)(\/|$)/.test(page.pathname) ? page : null;
  } catch {
    return null;
  }
}

const page = cameFrom();
if (page) {
  again.href = page.pathname + page.search;
}
again.focus();
