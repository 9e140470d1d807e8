/**
 * Shows which shape of the map belongs to which line of the list, and the other way round. Both are links by
 * themselves.
 *
 *     <svg data-map><a data-area="NL-OV" href="…">…</a></svg>  <li data-area="NL-OV">…</li>
 */

const areas = document.querySelectorAll("[data-area]");

function light(place) {
  const area = place?.closest?.("[data-area]")?.dataset.area;
  for (const one of areas) one.toggleAttribute("data-lit", area !== undefined && one.dataset.area === area);
}

for (const name of ["pointerover", "focusin"]) document.addEventListener(name, (event) => light(event.target));
document.addEventListener("focusout", (event) => light(event.relatedTarget));
document.documentElement.addEventListener("pointerleave", () => light(document.activeElement));
