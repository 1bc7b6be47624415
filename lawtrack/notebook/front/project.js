/* One project: the line of its versions, and what one reads of them. */
import { html } from "./preact.js";
import { usePage } from "./ui.js";

export function Project({ place }) {
  const { t, go } = usePage();
  return html`<main class="view"><button type="button" onClick=${() => go({ at: "year" })}>‹ ${t("back-year")}</button><h1>${place.title}</h1></main>`;
}
