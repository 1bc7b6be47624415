/* Written by scripts/front_types.py from the TypedDicts of that name: change those, not this. */

/** A clause in one version; `kind` is None where there was no step, `runs` are its words as (op, words). */
export interface ConcordanceCell {
  labels: string[];
  kind: string | null;
  renumbered: boolean;
  moved: boolean;
  in_place: boolean;
  doubtful: boolean;
  runs: string[][];
}

/** A clause through all versions as the front end takes it, a cell each. */
export interface ConcordanceRow {
  id: string;
  level: string;
  cells: ConcordanceCell[];
}

/** Where one item stands, as plain data; None is what nobody knows. The columns are told in `frames.STATUS_COLUMNS`. */
export interface StatusRecord {
  year: number;
  id: string;
  title: string;
  instrument: string;
  action: string;
  category: string | null;
  drafting_unit: string | null;
  stage: string;
  stage_label: string;
  stage_date: string | null;
  precision: string | null;
  certainty: string | null;
  source: string | null;
  days_in_stage: number | null;
  next_stage: string | null;
  next_label: string | null;
  due: string | null;
  due_basis: string | null;
  due_stage: string | null;
  due_who: string | null;
  days_left: number | null;
  overdue: boolean;
  change: string | null;
  note: string | null;
  warnings: string | null;
}

/** A row of a comparison as the front end takes it; `ops` and `parts` are pairs: op and words, part and kind. */
export interface ViewerRow {
  id: string;
  level: string;
  kind: string;
  renumbered: boolean;
  moved: boolean;
  in_place: boolean;
  doubtful: boolean;
  old: string[];
  new: string[];
  ops: string[][];
  sides: [string[][], string[][]] | null;
  parts: string[][];
}
