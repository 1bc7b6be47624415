/* A file let fall on a view. On the year it goes where its title belongs; where nothing has it, one is asked. */
import { html, useState } from "./preact.js";
import { carried } from "./link.js";
import { Over } from "./over.js";
import { usePage } from "./ui.js";
/** @import { NoYear, YearRow, YearShown } from "./answers" */
/** @import { Carried, Fallen, Opens } from "./types" */

/** What a view that takes files spreads over its root, and whether a file hangs over it now. @param {(file: File) => unknown} take */
export function useDrop(take) {
  const [over, setOver] = useState(false);
  return {
    over,
    drop: {
      onDragOver: (/** @type {Event} */ event) => { event.preventDefault(); event.stopPropagation(); setOver(true); },
      onDragLeave: (/** @type {Event} */ event) => { if (event.target === event.currentTarget) setOver(false); },
      onDrop: (/** @type {DragEvent} */ event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        const file = event.dataTransfer?.files?.[0];
        if (file) take(file);
      },
    },
  };
}

/** For the year: `open` opens a row or a draft with a file, `fresh` begins a draft with it.
 *  @param {{result: YearShown | NoYear | null, open: Opens, fresh: (file?: Carried) => void}} props */
export function useFallen({ result, open, fresh }) {
  const { ask, fail } = usePage();
  const [fallen, setFallen] = useState(/** @type {Fallen | null} */ (null));
  const { over, drop } = useDrop(async (one) => {
    const file = await carried(one);
    const answer = await ask("file.belongs", { file, year: result?.year ?? null });
    if (!answer.ok) { fail(answer.say); return; }
    const { draft, item, title } = answer.result;
    const row = result?.rows.find((each) => each.id === item);
    if (row) open(row, file);
    else if (draft) open({ draft, title }, file);
    else setFallen({ file, title });
  });
  const to = (/** @type {() => void} */ act) => () => { setFallen(null); act(); };
  const shown = fallen && html`<${Where} fallen=${fallen} rows=${result?.rows ?? []} close=${() => setFallen(null)} open=${(/** @type {YearRow} */ row) => to(() => open(row, fallen.file))()} fresh=${to(() => fresh(fallen.file))} />`;
  return { over, drop, shown };
}

/** @param {{fallen: Fallen, rows: YearRow[], open: (row: YearRow) => void, fresh: () => void, close: () => void}} props */
function Where({ fallen, rows, open, fresh, close }) {
  const { t } = usePage();
  return html`<${Over} close=${close} label=${t("where-title")}><p>${t("where-told", { name: fallen.file.name, title: fallen.title })}</p>
    <div class="formacts"><button type="button" class="primary" onClick=${fresh}>${t("where-fresh")}</button></div>
    <p class="quiet">${t("where-rows")}</p><ul class="titles">${rows.map((row) => html`<li key=${row.id}><button type="button" onClick=${() => open(row)}>${row.title}</button></li>`)}</ul><//>`;
}
