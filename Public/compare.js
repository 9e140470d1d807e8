/**
 * Counts the places that are ticked to be compared, and stops at the most there may be. The button and the boxes belong
 * to one form by themselves.
 *
 *     <input type="checkbox" form="antwoorden" name="vergelijk" value="voorbeeld-huis-crisis">
 *     <button form="antwoorden" data-compare>Vergelijk gekozen plekken</button>
 *     <template data-text="compare">Vergelijk {n} plekken</template>
 */

const MOST = 4;

const button = document.querySelector("[data-compare]");
const plain = button?.textContent;
const text = (name) => document.querySelector(`template[data-text="${name}"]`)?.content.textContent ?? "";
const boxes = () => [...(button?.form?.elements ?? [])].filter((one) => one.type === "checkbox");

function count() {
  const chosen = boxes().filter((box) => box.checked).length;
  if (button) button.textContent = chosen > 1 ? text("compare").replace("{n}", chosen) || plain : plain;
  return chosen;
}

document.addEventListener("change", ({ target }) => {
  if (!boxes().includes(target)) return;
  if (count() > MOST) {
    target.checked = false;
    document.dispatchEvent(new CustomEvent("ok:say", { detail: text("most").replace("{n}", MOST) }));
    count();
  }
});

// A browser that comes back to a page has kept what was ticked.
addEventListener("pageshow", count);
