/* Words that were searched for, marked where they stand without a change to the page: a word may go across what is
   inserted and deleted. Browsers without the highlight interface show the rows alone. */

/** @typedef {{node: Node, from: number}} Piece a node of text, and where it begins */

const NAME = "lawtrack-hit";

/** Marks `query` in the texts of `nodes`; how often it stands there, null where the browser cannot mark.
 *  @param {Iterable<Element>} nodes @param {string} query @returns {number | null} */
export function markHits(nodes, query) {
  const { highlights } = CSS;
  if (!highlights) return null;
  highlights.delete(NAME);
  if (!query) return 0;
  const ranges = [...nodes].flatMap((node) => rangesIn(node, query));
  if (ranges.length) highlights.set(NAME, new Highlight(...ranges));
  return ranges.length;
}

/** @param {Node} root @param {string} query */
function rangesIn(root, query) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  /** @type {Piece[]} */
  const pieces = [];
  let words = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    pieces.push({ node, from: words.length });
    words += node.textContent;
  }
  return placesOf(words, query).map((at) => {
    const range = new Range();
    range.setStart(...placed(pieces, at));
    range.setEnd(...placed(pieces, at + query.length, true));
    return range;
  });
}

/** Where `query` stands in `words`, without overlaps. @param {string} words @param {string} query @returns {number[]} */
export function placesOf(words, query) {
  /** @type {number[]} */
  const places = [];
  for (let at = words.indexOf(query); at >= 0; at = words.indexOf(query, at + query.length)) places.push(at);
  return places;
}

/** The piece that holds the character at (or, for an end, before) this place, and the place in it.
 *  @param {Piece[]} pieces @param {number} at @returns {[Node, number]} */
function placed(pieces, at, end = false) {
  const piece = /** @type {Piece} */ (pieces.findLast(({ from }) => (end ? from < at : from <= at)));
  return [piece.node, at - piece.from];
}
