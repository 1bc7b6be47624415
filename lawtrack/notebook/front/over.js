/* A panel over the page: what it shows can be closed, and the focus goes back where it was. */
import { html, useEffect, useRef } from "./preact.js";
import { usePage } from "./ui.js";

/** @param {{close: () => void, label: string, children?: unknown}} props */
export function Over({ close, label, children }) {
  const { t } = usePage();
  const node = useRef(null);
  useEffect(() => { const before = document.activeElement; if (!node.current?.contains(before)) node.current?.focus(); return () => before instanceof HTMLElement && before.focus(); }, []);
  useEffect(() => { // a button that vanished with its work leaves the focus nowhere, and its keys to the view
    const view = /** @type {HTMLElement | null | undefined} */ (node.current?.closest(".view"));
    const key = (/** @type {KeyboardEvent} */ event) => { if (event.key === "Escape" && event.target === view) { event.stopImmediatePropagation(); close(); } };
    view?.addEventListener("keydown", key, true);
    return () => view?.removeEventListener("keydown", key, true);
  });
  return html`<div class="veil"><section class="panel wide" role="dialog" aria-modal="true" aria-label=${label} tabindex="-1" ref=${node}
    onKeyDown=${(/** @type {KeyboardEvent} */ event) => { if (event.key === "Escape") { event.stopPropagation(); close(); } }}>
    <header class="panel-head"><h2>${label}</h2><span class="gap"></span><button type="button" class="icon" aria-label=${t("close")} onClick=${close}>×</button></header>${children}</section></div>`;
}
