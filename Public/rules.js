/**
 * Shows how others will read the rules of a place while somebody fills them in (screen S13). Without it the page that
 * checks the answers shows the same.
 *
 *     <form …>
 *       …
 *       <div data-preview="/opnameregels/…/voorbeeld">   where the text is made, and where it stands
 *     </form>
 *
 * It is not read aloud: who hears the page would hear all of it again at every answer.
 */

/** So long after the last answer; milliseconds. */
const PAUSE = 400;

const view = document.querySelector("form [data-preview]");
const form = view?.closest("form");

let waiting = 0;
let asked = null;

async function show() {
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(view.dataset.preview, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      signal: asked.signal,
      cache: "no-store",
    });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    view.replaceChildren(...page.body.childNodes);
  } catch {
    // No connection: what stands there stays, and the check page says it anew.
  }
}

form?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(show, PAUSE);
});
