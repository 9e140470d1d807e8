/**
 * Shows how others will read the rules of admission while they are being changed. The form is sent to where the sentence
 * is made, and nothing of it is kept there.
 *
 *     <form …><div data-preview="/opnameregels/voorbeeld-huis-crisis/voorbeeld">…</div></form>
 */

const place = document.querySelector("[data-preview]");
const form = place?.closest("form") ?? document.querySelector("main form");
let timer = 0;
let asked = 0;

async function ask() {
  const mine = (asked += 1);
  try {
    const fields = new URLSearchParams(new FormData(form));
    const answer = await fetch(place.dataset.preview, { method: "POST", body: fields, cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    // A slower answer to an earlier question says nothing any more.
    if (!answer.ok || mine !== asked) return;
    place.replaceChildren(...[...page.body.childNodes].map((node) => document.importNode(node, true)));
  } catch {
    // Without a connection the sentence stays; the page that asks to save shows it once more.
  }
}

form?.addEventListener("input", () => {
  clearTimeout(timer);
  if (place) timer = setTimeout(ask, 300);
});
