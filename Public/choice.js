/**
 * Counts the places that are chosen to be compared, and stops at the most there may be; shows only those places of the
 * list that somebody wants to see for the moment. What somebody answered is not sent again for either.
 *
 *     <input type="checkbox" form="vergelijk" data-choice>
 *     <button form="vergelijk" data-most="4" data-text="Vergelijk {n} plekken" data-text-most="Hoogstens {n} plekken.">
 *     <input type="checkbox" data-filter="national">   <li data-place="…" data-tags="free national">
 */

const say = (words) => words && document.dispatchEvent(new CustomEvent("ok:say", { detail: words }));

// Comparing

const choices = () => [...document.querySelectorAll("[data-choice]")];
const button = document.querySelector("button[data-most]");
const plain = button?.textContent;

function count() {
  const chosen = choices().filter((choice) => choice.checked).length;
  if (button) button.textContent = chosen > 1 ? button.dataset.text.replace("{n}", chosen) : plain;
  return chosen;
}

document.addEventListener("change", ({ target }) => {
  if (!target.matches("[data-choice]")) return;
  const most = Number(button?.dataset.most ?? 4);
  if (target.checked && count() > most) {
    target.checked = false;
    say(button?.dataset.textMost?.replace("{n}", most));
  }
  count();
});

// Showing some

const filters = () => [...document.querySelectorAll("[data-filter]")];

function filter() {
  const wanted = filters().filter((one) => one.checked).map((one) => one.dataset.filter);
  const places = [...document.querySelectorAll("[data-place]")];
  for (const place of places) {
    const tags = (place.dataset.tags ?? "").split(" ");
    place.hidden = !wanted.every((tag) => tags.includes(tag));
  }
  return places.filter((place) => !place.hidden).length;
}

document.addEventListener("change", ({ target }) => {
  if (!target.matches("[data-filter]")) return;
  const shown = filter();
  say(target.closest("[data-text-shown]")?.dataset.textShown.replace("{n}", shown));
});

// A browser that comes back to a page has kept what was ticked.
addEventListener("pageshow", () => {
  count();
  if (filters().length) filter();
});
