/**
 * Counts down how long a place is held, and shows what the shelter answers. The end itself stands in the page as text,
 * so that nobody depends on this.
 *
 *     <div data-hold="K7-204" data-ends="2026-11-21T14:10:00Z">      what `GET /vastgehouden/{reference}/stand` gives
 *       <p role="timer" data-countdown>Nog 58 minuten</p>
 *       <p data-hold-status>Wacht op antwoord</p>
 *     </div>
 *     <p data-new-holds hidden>Er is een nieuwe aanvraag. <a …>Toon</a></p>
 *
 * Read aloud at 10 and at 2 minutes only.
 */

const WARNINGS = [10, 2];

const base = document.documentElement.lang === "en" ? "/en" : "";
const main = document.querySelector("main");
const text = (name) => document.querySelector(`template[data-text="${name}"]`)?.content.textContent ?? "";
const say = (words) => document.dispatchEvent(new CustomEvent("ok:say", { detail: words }));
const all = () => [...document.querySelectorAll("[data-hold]")];
const of = (reference) => all().filter((hold) => hold.dataset.hold === reference);

/** How far this clock is from the server's, which says when a hold ends. */
const ahead = main?.dataset.now ? Date.now() - Date.parse(main.dataset.now) : 0;
const minutesSaid = new Map();
let timer = 0;

// The time that is left

const left = (hold) => Date.parse(hold.dataset.ends) - (Date.now() - ahead);

function words(minutes) {
  if (minutes <= 0) return text("over");
  return minutes === 1 ? text("minute") : text("minutes").replace("#", minutes);
}

function count(hold) {
  const clock = hold.querySelector("[data-countdown]");
  if (!clock || Number.isNaN(left(hold))) return;
  const minutes = Math.max(0, Math.ceil(left(hold) / 60_000));
  const reference = hold.dataset.hold;
  const before = minutesSaid.get(reference);
  minutesSaid.set(reference, minutes);
  if (before === minutes) return;
  if (before !== undefined) clock.textContent = words(minutes);
  if (before > minutes && WARNINGS.some((warning) => before > warning && minutes <= warning && minutes > 0)) {
    say(text("warning").replace("#", minutes).replace("%", reference));
  }
  if (before > 0 && minutes === 0) {
    say(words(0));
    ask(reference);
  }
}

function tick() {
  clearTimeout(timer);
  const holds = all().filter((hold) => hold.dataset.ends);
  holds.forEach(count);
  const rests = holds.map(left).filter((rest) => rest > 0).map((rest) => rest % 60_000 || 60_000);
  if (rests.length) timer = setTimeout(tick, Math.min(...rests) + 20);
}

// What others do with it

async function ask(reference) {
  try {
    const answer = await fetch(`${base}/vastgehouden/${encodeURIComponent(reference)}/stand`, { cache: "no-store" });
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
    const [old, now] = [status(hold), status(made)];
    const focus = hold.contains(document.activeElement) ? document.activeElement : null;
    if (made.dataset.ends) hold.dataset.ends = made.dataset.ends;
    else delete hold.dataset.ends;
    hold.replaceChildren(...[...made.childNodes].map((node) => document.importNode(node, true)));
    if (focus) refocus(hold, focus);
    if (old !== now) say(now);
  }
  minutesSaid.delete(reference);
  tick();
}

/** Back to the same control, or to the whole where it is gone. */
function refocus(hold, old) {
  const same = [...hold.querySelectorAll("a, button, input")].find((one) =>
    one.tagName === old.tagName && one.textContent === old.textContent && one.name === old.name);
  if (same) return same.focus();
  hold.tabIndex = -1;
  hold.focus();
}

document.addEventListener("ok:hold", (event) => {
  const { reference } = event.detail;
  if (of(reference).length) return ask(reference);
  const note = document.querySelector("[data-new-holds]");
  if (!note?.hidden) return;
  note.hidden = false;
  say(note.textContent);
});

document.addEventListener("ok:on", (event) => {
  if (event.detail.gap > 5_000) new Set(all().map((hold) => hold.dataset.hold)).forEach(ask);
});

document.addEventListener("visibilitychange", () => document.hidden || tick());
addEventListener("pageshow", tick);
tick();
