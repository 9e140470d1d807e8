/**
 * Shows each count as it changes, in its place: nothing else on the page moves. The server makes the words.
 *
 *     <div data-count="voorbeeld-huis-crisis" class="ok-count ok-count--free">
 *       <p><span aria-hidden="true">✓</span> Vrij: 2 van 6</p> <p class="ok-confirmed">bevestigd om 13.50 uur</p>
 *     </div>                                          what `GET /telling/{service}` gives again
 *     <template data-text="unsure">…</template>
 *
 * While there is no connection a count is marked with `data-unsure`: its sign and the moment it was confirmed make way
 * for the text `unsure`, and it keeps its size.
 */

const AT_ONCE = 3;
/** Words such as "just now" are true for a while only. */
const LASTS = 5 * 60_000;
/** After longer silence all counts are asked for, also those that did not change: they grew older. */
const LONG_GAP = 60_000;

const base = document.documentElement.lang === "en" ? "/en" : "";
const text = (name) => document.querySelector(`template[data-text="${name}"]`)?.content.textContent ?? "";
const all = () => [...document.querySelectorAll("[data-count]")];
const of = (id) => all().filter((count) => count.dataset.count === id);
const ids = () => new Set(all().map((count) => count.dataset.count));

/** What is to be asked, and what is being asked: `again` where it changed meanwhile. */
const wanted = new Set();
const asking = new Map();
const madeAt = new Map([...ids()].map((id) => [id, Date.now()]));
let isOff = false;

// Marking

/** What is below a count stays where it is, however little the count has to say. */
function keepSize(count) {
  count.style.minBlockSize = `${count.getBoundingClientRect().height}px`;
}

/** What stood in a count before it was marked. */
const before = new WeakMap();

function mark(count) {
  if ("unsure" in count.dataset) return;
  keepSize(count);
  before.set(count, [...count.childNodes].map((node) => node.cloneNode(true)));
  count.dataset.unsure = "";
  const [sign, moment, ...more] = count.querySelectorAll("[aria-hidden], .ok-confirmed");
  if (sign) sign.textContent = "◷";
  if (moment) moment.textContent = text("unsure");
  for (const one of more) one.hidden = true;
}

function unmark(count) {
  if (!("unsure" in count.dataset)) return;
  delete count.dataset.unsure;
  count.replaceChildren(...(before.get(count) ?? []));
}

// Asking

function want(id) {
  if (asking.has(id)) asking.set(id, "again");
  else wanted.add(id);
  next();
}

function next() {
  for (const id of wanted) {
    if (isOff || asking.size >= AT_ONCE) return;
    wanted.delete(id);
    ask(id);
  }
}

async function ask(id) {
  asking.set(id, "");
  try {
    const was = /ok-count--(\w+)/.exec(of(id)[0]?.className)?.[1];
    const address = `${base}/telling/${encodeURIComponent(id)}${was ? `?was=${was}` : ""}`;
    const answer = await fetch(address, { headers: { "Opvangkaart-By-Itself": "1" }, cache: "no-store" });
    if (answer.ok) put(id, new DOMParser().parseFromString(await answer.text(), "text/html"));
    else refused(id, answer.status);
  } catch {
    refused(id, 0);
  }
  const isAgain = asking.get(id) === "again";
  asking.delete(id);
  if (isAgain) wanted.add(id);
  next();
}

/** A number that could not be looked up is not known to be right. */
function refused(id, status) {
  of(id).forEach(mark);
  if (status === 0 || status === 429 || status >= 500) setTimeout(() => want(id), 5_000 + Math.random() * 5_000);
}

function put(id, page) {
  const made = page.querySelector("[data-count]");
  if (!made) return refused(id, 404);
  madeAt.set(id, Date.now());
  for (const count of of(id)) {
    keepSize(count);
    count.className = made.className;
    delete count.dataset.unsure;
    count.replaceChildren(...[...made.childNodes].map((node) => document.importNode(node, true)));
  }
  const words = page.querySelector("[data-say]")?.textContent;
  if (words) document.dispatchEvent(new CustomEvent("ok:say", { detail: words }));
}

// What happens

document.addEventListener("ok:capacity", (event) => {
  if (of(event.detail.serviceId).length) want(event.detail.serviceId);
});

document.addEventListener("ok:off", () => {
  isOff = true;
  all().forEach(mark);
});

document.addEventListener("ok:on", (event) => {
  isOff = false;
  if (event.detail.gap > LONG_GAP) ids().forEach((id) => wanted.add(id));
  const isKnown = (id) => !wanted.has(id) && !asking.has(id);
  all().filter((count) => isKnown(count.dataset.count)).forEach(unmark);
  next();
});

setInterval(() => {
  if (isOff || document.hidden) return;
  for (const id of ids()) if (Date.now() - (madeAt.get(id) ?? 0) > LASTS) want(id);
}, 30_000);

// On a page of another width a count takes another height.
addEventListener("resize", () => all().forEach((count) => count.style.removeProperty("min-block-size")));
