/**
 * Saves what is pressed in a row of "my places" without leaving the page. The same form is posted, and of the page that
 * is the answer the same row is taken over: the words are the server's.
 *
 *     <div data-summary>3 van 4 rijen zijn vandaag bevestigd <form method="post" …></form></div>
 *     <ul data-text-offline="Geen verbinding. …">
 *       <li data-row="voorbeeld-huis-crisis" data-version="3">
 *         <form method="post" …><button name="doe" value="plus">+</button></form>
 *         <p role="status">Opgeslagen om 08.12 uur: 2 vrij.</p>
 *
 * Taken are the forms in a row, and those in the summary, which are about all rows. What is pressed while another
 * press is being saved waits for it, and acts on what that one left.
 */

const say = (words) => words && document.dispatchEvent(new CustomEvent("ok:say", { detail: words }));
const rows = () => [...document.querySelectorAll("[data-row]")];
const row = (page, id) => [...page.querySelectorAll("[data-row]")].find((one) => one.dataset.row === id);
const parsed = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");
/** Whether both are the same control, in the row as it was and as it is. */
const isLike = (one, other) =>
  one.tagName === other.tagName && one.name === other.name && one.type === other.type
  && (one.tagName !== "BUTTON" || (one.value === other.value && one.textContent === other.textContent));

// Pressing

let saving = Promise.resolve();
let presses = 0;

document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  const id = form.closest("[data-row]")?.dataset.row;
  if (form.method !== "post" || !(id || form.closest("[data-summary]"))) return;
  event.preventDefault();
  const press = { id, form, submitter, fields: new FormData(form, submitter) };
  presses += 1;
  saving = saving.then(() => save(press)).finally(() => (presses -= 1));
});

/** The form as it is now: a row that was saved meanwhile has another one. */
function current({ id, form, submitter }) {
  if (form.isConnected) return form;
  const forms = [...(row(document, id)?.querySelectorAll("form") ?? [])];
  return forms.find((one) => submitter && [...one.elements].some((field) => isLike(field, submitter)));
}

async function save(press) {
  const form = current(press);
  if (!form) return;
  const fields = new URLSearchParams(press.fields);
  // What is hidden says which state the press is about.
  for (const field of form.elements) if (field.type === "hidden") fields.set(field.name, field.value);
  try {
    const answer = await fetch(form.action, { method: "POST", body: fields, cache: "no-store" });
    const page = await parsed(answer);
    if (press.id ? row(page, press.id) : row(page, rows()[0]?.dataset.row)) take(page, press);
    else if (answer.redirected) location.assign(answer.url);
    else replace(page);
  } catch {
    unsaved(press);
  }
}

function take(page, { id }) {
  for (const old of id ? [row(document, id)] : rows()) swap(old, row(page, old.dataset.row));
  takeSummary(page);
  const place = id ? row(document, id) : document.querySelector("[data-summary]");
  say(place?.querySelector("[role=status]")?.textContent);
}

/** Another page than this one: signed out, or not allowed. */
function replace(page) {
  const [old, made] = [document.querySelector("main"), page.querySelector("main")];
  if (!old || !made) return location.reload();
  document.title = page.title;
  old.replaceChildren(...[...made.childNodes].map((node) => document.importNode(node, true)));
  old.focus();
  scrollTo(0, 0);
}

function unsaved({ id }) {
  const place = (id && row(document, id)) || document.querySelector("[data-summary]");
  const words = document.querySelector("[data-text-offline]")?.dataset.textOffline ?? "";
  const note = place?.querySelector("[role=status]");
  if (note) note.textContent = words;
  say(words);
}

// Taking over

function swap(old, made) {
  if (!old) return;
  if (!made) return old.remove();
  const focus = old.contains(document.activeElement) ? document.activeElement : null;
  const fresh = document.importNode(made, true);
  const open = [...old.querySelectorAll("details")].map((details) => details.open);
  fresh.querySelectorAll("details").forEach((details, index) => (details.open ||= open[index] ?? false));
  old.replaceWith(fresh);
  if (!focus) return;
  const same = [...fresh.querySelectorAll("button, input, select, a")].find((one) => isLike(one, focus));
  if (!same) fresh.tabIndex = -1;
  (same ?? fresh).focus({ preventScroll: true });
}

function takeSummary(page) {
  const made = page.querySelector("[data-summary]");
  if (made) swap(document.querySelector("[data-summary]"), made);
}

// What others change

/** What was typed and is not saved stays; saving it tells of the difference. */
const isTouched = (place) => [...place.querySelectorAll("input, select, textarea")].some((one) => {
  if (one.type === "hidden") return false;
  if (one.tagName === "SELECT") {
    // Where nothing is chosen in the page, a browser shows the first.
    const standing = [...one.options].findIndex((option) => option.defaultSelected);
    return one.selectedIndex !== Math.max(0, standing);
  }
  return one.value !== one.defaultValue || one.checked !== one.defaultChecked;
});

/** Takes over the rows `ids`, or all, from the page as it is by now. */
async function look(ids) {
  try {
    const page = await parsed(await fetch(location.href, { headers: { "Opvangkaart-By-Itself": "1" } }));
    if (presses) return;
    for (const old of rows()) {
      const made = row(page, old.dataset.row);
      if (made && (!ids || ids.includes(old.dataset.row)) && !isTouched(old)) swap(old, made);
    }
    takeSummary(page);
  } catch {
    // The bar says that there is no connection. When there is one again, it is looked at again.
  }
}

const heard = new Map();
let looking = 0;

/** Rows that are behind what was heard; that which was saved here is not. */
async function catchUp() {
  await saving;
  const behind = rows().filter((one) => heard.get(one.dataset.row) > Number(one.dataset.version ?? -1));
  heard.clear();
  if (behind.length) look(behind.map((one) => one.dataset.row));
}

document.addEventListener("ok:capacity", ({ detail }) => {
  heard.set(detail.serviceId, detail.version);
  clearTimeout(looking);
  looking = setTimeout(catchUp, 100);
});

document.addEventListener("ok:on", ({ detail }) => {
  if (detail.gap > 5_000 && rows().length) look();
});
