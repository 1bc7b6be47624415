/* The line of tools above the list: search, kinds of change, the walk from change to change. */
import { KINDS } from "./rows.js";
import { button, fill, make } from "./nodes.js";

/** @typedef {{search(words: string): void, filter(kind: string): void, unfold(): void, step(by: number): void, copy(): void, help(): void}} Acts */

export class Bar {
  /** @param {Record<string, string>} say @param {Acts} acts */
  constructor(say, acts) {
    this.say = say;
    this.acts = acts;
    this.search = make("input", "lt-search");
    this.search.type = "search";
    this.search.placeholder = say.search;
    this.search.setAttribute("aria-label", say.search);
    this.search.addEventListener("input", () => acts.search(this.search.value.trim()));
    this.hits = make("span", "lt-hits");
    this.chips = make("span", "lt-chips");
    this.chips.setAttribute("role", "group");
    this.chips.setAttribute("aria-label", say.filter);
    this.fold = button("lt-button", "", acts.unfold);
    this.fold.hidden = true;
    this.place = make("span", "lt-place");
    const walk = make("span", "lt-walk", icon("\u2191", say.previous, () => acts.step(-1)), this.place, icon("\u2193", say.next, () => acts.step(1)));
    this.node = make("div", "lt-bar", this.search, this.hits, this.chips, make("span", "lt-gap"), walk, this.fold,
      button("lt-button", say.copy, acts.copy), icon("?", say.help, acts.help));
    this.node.setAttribute("role", "toolbar");
    this.node.setAttribute("aria-label", say.toolbar);
  }

  /** Shows how many rows there are of each kind; none where not all rows have come yet.
   *  @param {Record<string, number> | null} counts */
  count(counts) {
    const told = counts ?? {};
    const kinds = KINDS.filter((kind) => kind !== "unchanged" && told[kind] > 0);
    this.chips.replaceChildren(...kinds.map((kind) => this.chip(kind, told[kind])));
    this.fold.textContent = fill(this.say["show-unchanged"], { count: counts?.unchanged ?? 0 });
    this.fold.hidden = !counts?.unchanged;
  }

  /** @param {string} kind @param {number} count */
  chip(kind, count) {
    const node = button(`lt-chip lt-${kind}`, this.say[`kind-${kind}`], () => this.acts.filter(kind));
    node.append(make("b", "", String(count)));
    node.dataset.kind = kind;
    return node;
  }

  /** Shows what the list is narrowed to. @param {string[]} filters @param {boolean} unfolded */
  press(filters, unfolded) {
    for (const chip of this.chips.children) chip.setAttribute("aria-pressed", String(filters.includes(/** @type {HTMLElement} */ (chip).dataset.kind ?? "")));
    this.fold.setAttribute("aria-pressed", String(unfolded));
  }
}

/** @param {string} sign @param {string} label @param {() => void} act */
function icon(sign, label, act) {
  const node = button("lt-button lt-icon", sign, act);
  node.title = label;
  node.setAttribute("aria-label", label);
  return node;
}

/** The keys and what each does, hidden until asked for. @param {string} keys a key and its use a line, parted by a tab */
export function helpNode(keys) {
  const list = make("dl", "");
  for (const [pressed, what] of keys.split("\n").map((line) => line.split("\t"))) {
    list.append(make("dt", "", make("kbd", "", pressed)), make("dd", "", what));
  }
  const node = make("div", "lt-help", list);
  node.hidden = true;
  return node;
}
