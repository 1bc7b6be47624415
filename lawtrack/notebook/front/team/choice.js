/* A clash: the wordings side by side, and what is to stand. */
import { html, useState } from "./preact.js";
import { closedUp, usePage } from "./ui.js";
/** @import { OnValue } from "./types" */

/** `texts` has a wording for each of `sides`, `acts` the words of the button below it; with `own` one may write another.
 *  @param {{label: string, note?: string, texts: Record<string, string>, sides: string[], acts: Record<string, string>,
 *    decide: (side: string, words?: string) => void, own?: boolean}} props */
export function Choice({ label, note = "", texts, sides, acts, decide, own = false }) {
  const { t } = usePage();
  const [words, setWords] = useState(texts.ours);
  return html`<section class="conflict" aria-label=${label}><h3>${label} <small>${note}</small></h3>
    <div class=${sides.length === 2 ? "three two" : "three"}>${sides.map((side) => html`<div><b>${t(`side-${side}`)}</b><p>${closedUp(texts[side] ?? "") || t("side-empty")}</p>${acts[side] && html`<button type="button" onClick=${() => decide(side)}>${acts[side]}</button>`}</div>`)}</div>
    ${own && html`<details><summary>${t("own-words")}</summary><textarea rows="3" aria-label=${t("own-words")} value=${words} onInput=${(/** @type {OnValue} */ event) => setWords(event.currentTarget.value)}></textarea><button type="button" disabled=${!words.trim()} onClick=${() => decide("own", words)}>${t("take-this")}</button></details>`}</section>`;
}
