/* A day as this page writes days everywhere, whatever the browser's language; a calendar beside it for the mouse. */
import { html, useEffect, useRef, useState } from "./preact.js";
import { usePage } from "./ui.js";
/** @import { OnValue } from "./types" */

const DAY = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/;

/** The day that was typed as 2020-09-01; "" for what is none. @param {string} words */
export function dayOf(words) {
  const found = DAY.exec(words.trim());
  if (!found) return "";
  const iso = `${found[1]}-${found[2].padStart(2, "0")}-${found[3].padStart(2, "0")}`;
  const read = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== iso ? "" : iso;
}

/** @param {{label: string, hint: string, value: string, onChange: (day: string) => void}} props */
export function Day({ label, hint, value, onChange }) {
  const { t, fail } = usePage();
  const [words, setWords] = useState(value);
  const calendar = useRef(/** @type {HTMLInputElement | null} */ (null));
  useEffect(() => setWords(value), [value]);
  const take = () => {
    const day = dayOf(words);
    if (!day) { fail(t("no-day", { words })); setWords(value); } else if (day !== value) onChange(day);
  };
  const key = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter") { event.preventDefault(); take(); }
    if (event.key === "Escape") { event.stopPropagation(); setWords(value); }
  };
  return html`<span class="asof"><label><span>${label}</span> <input type="text" inputmode="numeric" autocomplete="off" title=${hint} value=${words} onInput=${(/** @type {OnValue} */ event) => setWords(event.currentTarget.value)} onKeyDown=${key} onBlur=${take} /></label>
    <span class="calendar"><button type="button" class="icon" aria-label=${t("choose-day")} title=${t("choose-day")} onClick=${() => calendar.current?.showPicker?.()}>▾</button>
      <input type="date" ref=${calendar} tabindex="-1" aria-hidden="true" value=${value} onChange=${(/** @type {OnValue} */ event) => event.currentTarget.value && onChange(event.currentTarget.value)} /></span></span>`;
}
