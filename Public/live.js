/**
 * Keeps a page that shows counts or holds up to date: listens to `/live`, tells the other modules what changes, and
 * says so when it cannot. Without it the page is as it was when it was made, and says of when that was.
 *
 *     <main data-live="18001" data-now="2026-11-21T14:10:00Z">      the last event that the page knows of
 *     <p role="status" aria-live="off" data-offline hidden></p>       where is said that there is no connection
 *     <template data-text="offline">…</template>                    what it says there
 *
 * What is fetched without anybody having done something says so (`Opvangkaart-By-Itself`): an open page keeps nobody
 * signed in.
 *
 * Tells, as events of the document: `ok:capacity` and `ok:hold` (detail: the change as `/v1/changes` has it), `ok:off`
 * (what is shown may be old) and `ok:on` (it is not; detail: `gap`, milliseconds that nothing was heard). Hears
 * `ok:say` (detail: a text to be read aloud, politely).
 */

/** The server sends something at least every 5 seconds. */
const SILENCE = 12_000;
/** What was not heard of for so long is not shown as new. */
const PATIENCE = 5_000;
const LONGEST_WAIT = 30_000;

const main = document.querySelector("main[data-live]");
const bar = document.querySelector("[data-offline]");
const base = document.documentElement.lang === "en" ? "/en" : "";

let last = main?.dataset.live ?? "";
let heard = Date.now();
let isOn = false;
let isMarked = false;
let isOver = false;
let failures = 0;
let line = null;
let retry = 0;
let showing = 0;

const text = (name) => document.querySelector(`template[data-text="${name}"]`);
const tell = (name, detail) => document.dispatchEvent(new CustomEvent(`ok:${name}`, { detail }));

// What is read aloud

const voice = document.createElement("p");
voice.className = "ok-unseen";
voice.setAttribute("role", "status");
document.body.append(voice);
let sentences = [];
let silence = 0;

/** Reads aloud; what comes together is read together, and the same words twice are read twice. */
function say(words) {
  const sentence = words.replace(/\s+/g, " ").trim();
  if (!sentence) return;
  sentences.push(sentence);
  voice.textContent = "";
  clearTimeout(silence);
  silence = setTimeout(() => {
    voice.textContent = sentences.join(" ");
    sentences = [];
  }, 150);
}

document.addEventListener("ok:say", (event) => say(event.detail));

// Whether what is shown may be old

function show(name) {
  const words = text(name);
  if (!bar || !words) return;
  bar.replaceChildren(words.content.cloneNode(true));
  bar.hidden = false;
  say(bar.textContent);
}

function mark(name) {
  if (isMarked && name === "offline") return;
  isMarked = true;
  tell("off");
  clearTimeout(showing);
  // A page that was only asleep has its numbers back before anybody could read this.
  showing = setTimeout(() => show(name), name === "offline" ? 1_500 : 0);
}

/** The server has told of everything that happened meanwhile; what it told of is looked up again. */
function unmark(gap) {
  failures = 0;
  clearTimeout(showing);
  if (isMarked && bar && !bar.hidden) {
    bar.hidden = true;
    bar.replaceChildren();
    const words = text("online");
    if (words) say(words.content.textContent);
  }
  isMarked = false;
  tell("on", { gap });
}

// The connection

async function connect() {
  clearTimeout(retry);
  if (line || isOver || document.hidden) return;
  const mine = new AbortController();
  line = mine;
  try {
    const headers = { "Opvangkaart-By-Itself": "1", ...(last && { "Last-Event-ID": last }) };
    const answer = await fetch(`${base}/live`, { headers, signal: mine.signal, cache: "no-store" });
    if (answer.status === 401 || answer.status === 403) return end();
    if (!answer.ok || !answer.body) throw new Error();
    await read(answer.body.pipeThrough(new TextDecoderStream()).getReader(), mine);
  } catch {
    // No connection, or one that broke: what comes next says all there is to say.
  } finally {
    if (line === mine) {
      line = null;
      isOn = false;
      again();
    }
  }
}

async function read(reader, mine) {
  const gap = Date.now() - heard;
  isOn = true;
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done || line !== mine) return;
    heard = Date.now();
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      if (block !== ": level") take(block);
      else unmark(gap);
    }
  }
}

/** One event: lines of `field: value`. What has no name only says from where to go on. */
function take(block) {
  const fields = {};
  for (const row of block.split("\n")) {
    const [, field, value] = /^(\w+): ?(.*)$/.exec(row) ?? [];
    if (field) fields[field] = field in fields ? `${fields[field]}\n${value}` : value;
  }
  if (fields.id) last = fields.id;
  if (fields.event && fields.data) tell(fields.event, JSON.parse(fields.data));
}

/** Tries again, each time a little later, and not all pages in the same moment. */
function again() {
  if (isOver || document.hidden) return;
  const wait = Math.min(LONGEST_WAIT, 500 * 2 ** failures) * (0.5 + Math.random() / 2);
  failures += 1;
  clearTimeout(retry);
  retry = setTimeout(connect, wait);
}

/** Whoever is no longer signed in hears nothing more; only signing in changes that. */
function end() {
  isOver = true;
  mark("ended");
}

function drop() {
  line?.abort();
  line = null;
  isOn = false;
}

function look() {
  if (document.hidden || isOver) return;
  const quiet = Date.now() - heard;
  if (isOn && quiet > SILENCE) {
    drop();
    again();
  }
  if (!isOn && quiet > PATIENCE) mark("offline");
}

if (main) {
  setInterval(look, 1_000);
  // Only the page that is looked at listens: a browser has few connections to one site, and a phone one battery.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return drop();
    failures = 0;
    look();
    connect();
  });
  addEventListener("pagehide", drop);
  addEventListener("pageshow", () => {
    look();
    connect();
  });
  addEventListener("offline", () => {
    drop();
    mark("offline");
    again();
  });
  addEventListener("online", () => {
    failures = 0;
    connect();
  });
  connect();
}
