/**
 * Counts down how long a place is held, and shows what the shelter answers. The end itself stands in the page as text,
 * so that nobody depends on this.
 *
 *     <div data-hold="K7-204" data-ends="2026-11-21T14:10:00Z" data-state="open">
 *       <span role="timer" data-countdown data-text-minutes="Nog {n} minuten" data-text-minute="Nog 1 minuut"
 *         data-text-less="Nog minder dan 1 minuut" data-text-over="…" data-text-warning="Nog {n} minuten voor K7-204.">
 *       <span data-hold-status>Wacht op antwoord</span>
 *     </div>                                          what `GET /vastgehouden/{reference}/stand` gives again
 *     <p data-new-holds hidden>Er is een nieuwe aanvraag. <a …>Toon</a></p>
 *     <p data-no-holds>Er wacht nu geen aanvraag op u.</p>        gone when that is no longer so
 *
 * Read aloud at 10 and at 2 minutes only. What can be done with a hold is not changed under somebody's finger: where
 * there is something else to do now, a link leads there.
 */

const WARNINGS = [10, 2];

const base = document.documentElement.lang === "en" ? "/en" : "";
const main = document.querySelector("main");
const say = (words) => document.dispatchEvent(new CustomEvent("ok:say", { detail: words }));
const all = () => [...document.querySelectorAll("[data-hold]")];
const of = (reference) => all().filter((hold) => hold.dataset.hold === reference);

/** How far this clock is from the server's, which says when a hold ends. */
const ahead = main?.dataset.now ? Date.now() - Date.parse(main.dataset.now) : 0;
const minutesSaid = new Map();
let timer = 0;

// The time that is left

const left = (hold) => Date.parse(hold.dataset.ends) - (Date.now() - ahead);

function count(hold) {
  const clock = hold.querySelector("[data-countdown]");
  if (!clock || Number.isNaN(left(hold))) return;
  const { textMinutes, textMinute, textLess, textOver, textWarning } = clock.dataset;
  const rest = left(hold);
  const minutes = rest <= 0 ? -1 : Math.floor(rest / 60_000);
  const before = minutesSaid.get(hold.dataset.hold);
  minutesSaid.set(hold.dataset.hold, minutes);
  if (before === minutes) return;
  const words = [textOver, textLess, textMinute][minutes + 1] ?? textMinutes?.replace("{n}", minutes);
  if (words && (before !== undefined || minutes < 0)) clock.textContent = words;
  if (WARNINGS.some((warning) => before > warning && minutes <= warning && minutes > 0) && textWarning) {
    say(textWarning.replace("{n}", minutes));
  }
  if (before >= 0 && minutes < 0) {
    say(textOver ?? "");
    ask(hold.dataset.hold);
  }
}

function tick() {
  clearTimeout(timer);
  const holds = all().filter((hold) => hold.dataset.ends);
  holds.forEach(count);
  const rests = holds.map(left).filter((rest) => rest > 0).map((rest) => rest % 60_000);
  if (rests.length) timer = setTimeout(tick, Math.min(...rests) + 20);
}

// What others do with it

async function ask(reference) {
  try {
    const address = `${base}/vastgehouden/${encodeURIComponent(reference)}/stand`;
    const answer = await fetch(address, { headers: { "Opvangkaart-By-Itself": "1" }, cache: "no-store" });
    if (answer.ok) put(reference, new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    // Without a connection the page says so; it asks again when there is one.
  }
}

const status = (hold) => hold?.querySelector("[data-hold-status]")?.textContent.trim() ?? "";

function put(reference, page) {
  const made = page.querySelector("[data-hold]");
  if (!made) return;
  for (const hold of of(reference)) {
    const [words, state] = [status(hold), hold.dataset.state];
    hold.style.minBlockSize = `${hold.getBoundingClientRect().height}px`;
    for (const name of ["class", "data-ends", "data-state"]) {
      if (made.hasAttribute(name)) hold.setAttribute(name, made.getAttribute(name));
      else hold.removeAttribute(name);
    }
    hold.replaceChildren(...[...made.childNodes].map((node) => document.importNode(node, true)));
    if (state !== hold.dataset.state) hold.append(way(reference));
    if (words !== status(hold)) say(status(hold));
  }
  minutesSaid.delete(reference);
  tick();
}

/** Where is said what can be done by now. */
function way(reference) {
  const link = document.querySelector('template[data-text="next"]')?.content.cloneNode(true) ?? "";
  const path = `${base}/vastgehouden/${encodeURIComponent(reference)}`;
  // The page of the hold itself may know which place is next: that stands in its address.
  link.querySelector?.("a")?.setAttribute("href", path === location.pathname ? location.href : path);
  return link;
}

document.addEventListener("ok:hold", (event) => {
  const { reference } = event.detail;
  if (of(reference).length) return ask(reference);
  const note = document.querySelector("[data-new-holds]");
  if (!note?.hidden) return;
  note.hidden = false;
  for (const none of document.querySelectorAll("[data-no-holds]")) none.hidden = true;
  say(note.textContent);
});

document.addEventListener("ok:on", (event) => {
  if (event.detail.gap > 5_000) new Set(all().map((hold) => hold.dataset.hold)).forEach(ask);
});

document.addEventListener("visibilitychange", () => document.hidden || tick());
addEventListener("pageshow", tick);
tick();
