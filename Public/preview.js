/**
 * Shows how others will read the rules of admission while they are being changed. The whole form is sent to where the
 * sentence is made, and nothing of it is kept there.
 *
 *     <form data-preview="/opnameregels/voorbeeld-huis-crisis/zin">…</form>
 *     <div data-sentence>Zo lezen anderen dit: …</div>        of the answer the same part is taken over
 */

const form = document.querySelector("form[data-preview]");
const sentence = document.querySelector("[data-sentence]");
let timer = 0;
let asked = 0;

async function ask() {
  const mine = (asked += 1);
  try {
    const fields = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.dataset.preview, { method: "POST", body: fields, cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const made = page.querySelector("[data-sentence]");
    // A slower answer to an earlier question says nothing any more.
    if (!answer.ok || !made || mine !== asked) return;
    sentence.replaceChildren(...[...made.childNodes].map((node) => document.importNode(node, true)));
  } catch {
    // Without a connection the sentence stays; the check page shows it once more.
  }
}

form?.addEventListener("input", () => {
  clearTimeout(timer);
  if (sentence) timer = setTimeout(ask, 300);
});
