import { html } from "./preact.js";
/** @import { Piece } from "./preact" */

/** `words` with what was searched for marked.
 *  @param {{words: string, query?: string}} given @returns {string | Piece} */
export function Marked({ words, query }) {
  const wanted = query?.trim();
  if (!wanted) return words;
  const at = words.toLowerCase().indexOf(wanted.toLowerCase());
  if (at < 0) return words;
  return html`${words.slice(0, at)}<mark>${words.slice(at, at + wanted.length)}</mark><${Marked} words=${words.slice(at + wanted.length)} query=${query} />`;
}
