/* Written by scripts/front_types.py from the TypedDicts of that name: change those, not this. */
import type { ConcordanceCell, ConcordanceRow, ViewerRow } from "./shapes.js";
export type { ConcordanceCell, ConcordanceRow, ViewerRow };

/** What a changed law affects; so many rows are `certain` and go into the decision. */
export interface Affected {
  title: string;
  heads: string[];
  rows: [boolean, string][][][];
  notes: string[];
  count: number;
  name: string;
  file?: FileMade;
  certain: number;
}

/** A decision applied to a version. */
export interface Applied {
  rows: ViewerRow[];
  columns: [string, string][];
  summary: string;
  places?: Record<string, string[]>;
  name: string;
  title: string;
  amends: string[];
  complete: boolean;
  instructions: Outcome[];
  doubts: string[];
}

/** A draft with words put aside that nobody has decided. */
export interface Aside {
  draft: string;
  title: string;
  open: number;
}

/** What the page needs before it shows anything: all words of both languages, and whose workspace it is. */
export interface Begun {
  words: Record<string, Record<string, string>>;
  viewer: Record<string, Record<string, string>>;
  lang: string;
  drafts: Record<string, string>;
  unsigned: boolean;
  folder: string;
}

/** Where a file belongs: the draft or the project of its title, "" where none has it. */
export interface Belonging {
  title: string;
  draft: string;
  item: string;
}

/** Two to eight versions side by side; `new` is the hash of the last, to which `places` point. */
export interface Beside {
  rows: ConcordanceRow[];
  columns: [string, string][];
  places: Record<string, string[]>;
  new: string;
}

/** A file as it was read, before it is saved; `columns` and `column` where it is a comparison table. */
export interface Brought {
  before: string;
  summary: string;
  strange: boolean;
  alike: number | null;
  known_title: string;
  name: string;
  title: string;
  count: number;
  lines: string[];
  warnings: string[];
  problems: string[];
  stage: string;
  date: string;
  meeting: string;
  columns: string[][];
  column: string;
  reasons: string[];
  elsewhere: string[];
}

/** A field that waits for a decision; `stands` is what the decision is about, as it is kept (JSON). */
export interface Clash {
  id: string;
  where: string;
  author: string;
  date: string;
  stands: string;
  shown: Wordings;
}

/** A heading or an article of a text as it reads. */
export interface Clause {
  eid: string;
  level: string;
  label: string;
  heading: string;
  lines: string[];
}

/** A clause beside what is known of it: how many findings (`severe`: an error among them) and opinions. */
export interface ClauseRead {
  eid: string;
  level: string;
  label: string;
  heading: string;
  lines: string[];
  findings: number;
  severe: boolean;
  opinions: number;
}

/** All that there is to say about one article of a version. */
export interface ClauseShown {
  points: Reference[];
  pointed: Reference[];
  results: string[][];
  kinds: string[][];
  clauses: string[][];
  today: string;
  eid: string;
  label: string;
  lines: string[];
  history: Step[];
  opinions: OpinionShown[];
  findings: FindingRecord[];
}

/** An article with its words, to be changed. */
export interface ClauseWords {
  eid: string;
  label: string;
  words: string;
}

/** Two texts clause by clause; `places` has for a row's id where its clause is: side and address, or nothing. */
export interface Compared {
  rows: ViewerRow[];
  columns: [string, string][];
  summary: string;
  places?: Record<string, string[]>;
}

/** Two files, and what was doubtful in reading them. */
export interface ComparedFiles {
  rows: ViewerRow[];
  columns: [string, string][];
  summary: string;
  places?: Record<string, string[]>;
  warnings: string[];
}

/** Two versions, by their hashes; `more` where `rows` are those of a first screen only. */
export interface ComparedVersions {
  rows: ViewerRow[];
  columns: [string, string][];
  summary: string;
  places?: Record<string, string[]>;
  old: string;
  new: string;
  more: boolean;
}

/** The first rows of a comparison, or of versions side by side. */
export interface ComparisonPreview {
  kind: "comparison";
  rows: ViewerRow[] | ConcordanceRow[];
  columns: [string, string][];
  summary: string;
}

/** A conflict of a merge, and the sentence that explains it. */
export interface ConflictShown {
  id: string;
  kind: string;
  why: string;
  labels: Record<string, string>;
  texts: Record<string, string>;
  merged: string;
  message: string;
}

/** A decision, whether applying it gives the later text, and what each instruction touches. */
export interface DecisionPreview {
  kind: "decision";
  lines: string[];
  proof: string;
  proved: boolean;
  effects: string[][];
  doubts: string[];
}

/** What an edit would do: articles with other numbers, references that follow and that are lost. */
export interface EditShown {
  rows: ViewerRow[];
  columns: [string, string][];
  summary: string;
  places?: Record<string, string[]>;
  renumbered: string[][];
  references: string[][];
  lost: string[][];
  problems: string[];
}

/** A file for the browser to download: its name, and its content in base64. */
export interface FileMade {
  name: string;
  data: string;
}

/** A `Finding` as plain data: `fix` is what to write instead, None where the rule knows nothing. */
export interface FindingRecord {
  code: string;
  severity: string;
  line: number;
  eid: string;
  words: string;
  message: string;
  source: string;
  start: number;
  end: number;
  fix: string | null;
  reason: string;
}

/** An article with one finding put right. */
export interface Fixed {
  eid: string;
  words: string;
}

/** A folder of this computer: the folders in it (name and path), and how many files of law lie in it itself. */
export interface Folder {
  folder: string;
  up: string;
  names: string[][];
  files: number;
}

/** A line of the outline. */
export interface Heading {
  eid: string;
  label: string;
  heading: string;
  level: string;
}

/** An article that holds the words searched for, as runs of (is it a hit?, words). */
export interface Hit {
  instrument: string;
  title: string;
  eid: string;
  label: string;
  runs: [boolean, string][];
}

/** The first hits, and how many there are in all, or, where they were not `counted` to the end, at least. `read` is how many clauses were read where reading ended before the list was full; None otherwise. `advice` says what the same finds asked otherwise where there is no hit. */
export interface Hits {
  rows: Hit[];
  total: number;
  counted: boolean;
  read: number | null;
  advice: string[];
}

/** The id of a project that was added. */
export interface ItemAdded {
  item: string;
}

/** What a new project can be, as pairs of code and name. */
export interface ItemChoices {
  instrument: string[][];
  action: string[][];
}

/** One project as a published plan says it. */
export interface ItemRead {
  title: string;
  action: string;
  instrument: string;
  unit: string;
  targets: string[];
}

/** Is anything kept of what is being typed? */
export interface Kept {
  kept: boolean;
}

/** What to show after a save: the versions to compare, and the new one; `draft` where it may have been begun. */
export interface Landing {
  chosen: string[];
  version: string;
  draft?: string;
}

/** What was not understood: line, words, why. */
export interface Left {
  left: string[][];
}

/** Is there a collection, of which folder, how large; what could not be read; what is being gathered. */
export interface LibraryShown {
  there: boolean;
  drafts: string[][];
  folder: string;
  building: Progress | null;
  count: number;
  unread: string[][];
  unread_count: number;
}

/** A line of a published plan that was not understood. */
export interface LineLeft {
  line: number;
  words: string;
}

/** A text, line by line. */
export interface LinesPreview {
  kind: "lines";
  lines: string[];
}

/** A table: each cell as runs of (does it stand out?, words); `count` rows in all, and the file where asked for. */
export interface ListingShown {
  title: string;
  heads: string[];
  rows: [boolean, string][][][];
  notes: string[];
  count: number;
  name: string;
  file?: FileMade;
}

/** A draft that no row of the plan shows. */
export interface LooseDraft {
  draft: string;
  title: string;
}

/** Two texts made one: what is in conflict, how much came from where, and the text; `all` counts decided ones too. */
export interface Merged {
  complete: boolean;
  conflicts: ConflictShown[];
  summary: Record<string, number>;
  notes: string[];
  text: string;
  all: number;
}

/** A workspace without a plan. */
export interface NoYear {
  years: number[];
  year: null;
  rows: YearRow[];
  counts: Record<string, number>;
  shallow: boolean;
  drafts: LooseDraft[];
}

/** All purposes. */
export interface Offer {
  purposes: Purpose[];
}

/** An opinion followed to a version: where its clause is there ("" where it is gone), and what became of it. */
export interface OpinionFollowed {
  id: string;
  seen: string;
  text: string;
  suggestion: string;
  no_comment: boolean;
  source: string;
  date: string;
  on: string;
  result: string;
  result_label: string;
  reason: string;
  remarks: string[];
  clause: string;
  eid: string;
  chapter: string;
  fate: string;
  changed: boolean;
}

/** One opinion: its words, whose it is, what it is on, and its answer. */
export interface OpinionShown {
  id: string;
  seen: string;
  text: string;
  suggestion: string;
  no_comment: boolean;
  source: string;
  date: string;
  on: string;
  result: string;
  result_label: string;
  reason: string;
  remarks: string[];
}

/** What a letter or a table says: clause, words, whose. */
export interface OpinionsRead {
  left: string[][];
  rows: string[][];
}

/** What came of one instruction of a decision. */
export interface Outcome {
  number: string;
  source: string;
  status: string;
  reason: string;
  old: string;
  new: string;
}

/** What is certain as one decision: its lines, the laws in it, those left out. */
export interface Package {
  lines: string[];
  titles: string[];
  left: string[];
  name: string;
  file?: FileMade;
}

/** What is handed out: its preview, the name of its file, and the file where it was asked for. */
export interface Paper {
  preview: ComparisonPreview | DecisionPreview | TablePreview | LinesPreview;
  name: string;
  file?: FileMade;
}

/** A published plan as it was read. */
export interface PlanRead {
  items: ItemRead[];
  left: LineLeft[];
}

/** The year of the plan that was taken in. */
export interface PlanTaken {
  year: number;
}

/** Two days of a list: the sentence of the notice, what to look at, and of each kind how many there were and are. */
export interface PowersCompared {
  title: string;
  heads: string[];
  rows: [boolean, string][][][];
  notes: string[];
  count: number;
  name: string;
  file?: FileMade;
  sentence: string;
  remarks: string[];
  counted: [string, number, number][];
}

/** What each item stands on, and the sentence that counts it. */
export interface PowersGrounds {
  title: string;
  heads: string[];
  rows: [boolean, string][][][];
  notes: string[];
  count: number;
  name: string;
  file?: FileMade;
  sentence: string;
}

/** A list of powers that is kept, with the days of its versions. */
export interface PowersKept {
  list: string;
  name: string;
  days: string[];
}

/** A list of powers as it was read: items in all, by kind, bodies, and what is doubtful. */
export interface PowersRead {
  count: number;
  kinds: [string, number][];
  bodies: number;
  doubts: string[];
}

/** All lists of powers that are kept. */
export interface PowersShown {
  lists: PowersKept[];
  today: string;
  shallow: boolean;
}

/** The list and the day under which it was taken in. */
export interface PowersTaken {
  list: string;
  date: string;
}

/** A `Problem` as plain data, its sentence in the language in use. */
export interface ProblemRecord {
  code: string;
  line: number;
  message: string;
}

/** How far the gathering of a collection is: running, done, stopped or failed. */
export interface Progress {
  folder: string;
  done: number;
  all: number;
  state: string;
  problem: string;
}

/** A project and its versions in time; `stages` and `drafts` are pairs of code and name. */
export interface ProjectShown {
  draft: string;
  title: string;
  notice: string;
  versions: VersionShown[];
  newest: string;
  stages: string[][];
  drafts: string[][];
  opinions: number;
  unanswered: number;
  suggestions: number;
  shallow: boolean;
  outside: boolean;
  today: string;
}

/** What differs from what was decided; `faithful` says that nothing does. */
export interface Proof {
  title: string;
  heads: string[];
  rows: [boolean, string][][][];
  notes: string[];
  count: number;
  name: string;
  file?: FileMade;
  faithful: boolean;
}

/** A purpose for which something is handed out, and why it cannot be served now, "" where it can. */
export interface Purpose {
  id: string;
  name: string;
  what: string;
  no: string;
}

/** The line that proves the record as it is now. */
export interface RecordSealed {
  receipt: string;
}

/** What is wrong with the record, or that nothing is. */
export interface RecordVerified {
  problems: string[];
  well: string[];
}

/** A reference: its words, the law that it names, the article it leads to; `label` where it comes from elsewhere. */
export interface Reference {
  words: string;
  law: string;
  eid: string;
  label?: string;
}

/** Every opinion on a draft, followed to a version. */
export interface RegisterShown {
  results: string[][];
  kinds: string[][];
  clauses: string[][];
  today: string;
  rows: OpinionFollowed[];
  chapters: string[];
  problems: string[];
}

/** Something said about a suggestion. */
export interface Remark {
  by: string;
  text: string;
  date: string;
}

/** The version that was made of an earlier one. */
export interface Restored {
  version: string;
}

/** What a file is that came back (opinions, comparison, text), and the version that it asks about. */
export interface Returned {
  kind: string;
  version: string;
}

/** The name of a round that was opened. */
export interface RoundOpened {
  round: string;
}

/** The text with all that was accepted; `open` suggestions and `threads` of talk are left. */
export interface RoundResult {
  rows: ViewerRow[];
  columns: [string, string][];
  summary: string;
  places?: Record<string, string[]>;
  open: number;
  threads: number;
}

/** A round of review; `aside` where it holds what a sync put aside. */
export interface RoundShown {
  name: string;
  aside: boolean;
  question: string;
  due: string;
  late: boolean;
  on: string;
  by: string;
  opened: string;
  closed: string;
  tally: Record<string, number>;
  suggestions: SuggestionShown[];
}

/** Every round of a draft, and what its forms offer. */
export interface RoundsShown {
  rounds: RoundShown[];
  today: string;
  stage: string;
  clauses: string[][];
}

/** How the workspace stands to the meeting point; `by` names whose saves wait there, None where nobody asked. */
export interface Sharing {
  place: string;
  unsent: number;
  waiting: number | null;
  by: string[];
  problem: string;
  aside: Aside[];
  clashes: Clash[];
}

/** The clause in one version: its numbers there, how it came from the version before, its words as (mark, words). */
export interface Step {
  name: string;
  labels: string[];
  kind: string;
  moved: boolean;
  in_place: boolean;
  doubtful: boolean;
  runs: string[][];
  who: string;
  why: string;
  meeting: string;
}

/** A suggested wording against the words it is about, as (mark, words), and what became of it. */
export interface SuggestionShown {
  id: string;
  clause: string;
  spot: string;
  before: string;
  text: string;
  runs: string[][];
  author: string;
  date: string;
  reason: string;
  decision: string;
  decided_by: string;
  decided: string;
  why: string;
  thread: Remark[];
  talked: boolean;
}

/** A table; `notes` stand above it. */
export interface TablePreview {
  kind: "table";
  heads: string[];
  rows: string[][];
  notes?: string[];
}

/** An instrument of the collection as it reads. */
export interface TextRead {
  title: string;
  rows: Clause[];
}

/** Instruments: id, title, when it was last changed; and how many there are in all. */
export interface Titles {
  rows: string[][];
  total: number;
}

/** A stage of an item's procedure; `state` is done, now, next, ahead or unrecorded. */
export interface TrackStep {
  stage: string;
  label: string;
  date: string | null;
  state: string;
}

/** What was being typed when the page was left, as the page kept it (JSON); "" where nothing was. */
export interface TypedKept {
  typed: string;
}

/** A version as it reads, with what the checks found. */
export interface VersionRead {
  version: VersionShown;
  title: string;
  note: string;
  rows: ClauseRead[];
  outline: Heading[];
  findings: FindingRecord[];
  problems: ProblemRecord[];
  count: number;
}

/** A version as it is told of. */
export interface VersionShown {
  sha: string;
  name: string;
  stage: string;
  label: string;
  date: string;
  meeting: string;
  source: string;
  author: string;
  message: string;
  saved: string;
}

/** What a field said before, what waits, and what stands now. */
export interface Wordings {
  base: string;
  aside: string;
  stands: string;
}

/** One project of the plan as of a day, with the draft that belongs to it and what is there of it. `instrument` and `action` are words here; `steps` are the stages that can be recorded, as pairs of code and name. */
export interface YearRow {
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
  lasts_until: string | null;
  lasts_days: number | null;
  track: TrackStep[];
  timeliness: string;
  draft: string;
  versions: number;
  newest: string;
  remark: string;
  opinions: number;
  unanswered: number;
  steps: string[][];
}

/** The plan of a year as of a day; `stages` are the columns of the board, `counts` projects by timeliness. */
export interface YearShown {
  years: number[];
  year: number;
  title: string;
  place: string;
  public: boolean;
  note: string;
  as_of: string;
  opening: string;
  today: string;
  rows: YearRow[];
  counts: Record<string, number>;
  unanswered: number;
  stages: string[][];
  shallow: boolean;
  choices: ItemChoices;
  drafts: LooseDraft[];
}

/** Each request by its name, and the result of its answer. */
export interface Answers {
  "apply.preview": Applied;
  "apply.save": Landing;
  "clause.fix": Fixed;
  "clause.show": ClauseShown;
  "edit.keep": Kept;
  "edit.kept": TypedKept;
  "edit.preview": EditShown;
  "edit.save": Landing;
  "file.belongs": Belonging;
  "file.compare": ComparedFiles;
  "file.outside": Compared;
  "file.preview": Brought;
  "file.save": Landing;
  "file.take-outside": Landing;
  "library.affected": Affected;
  "library.beside": ListingShown;
  "library.build": null;
  "library.folders": Folder;
  "library.package": Package;
  "library.progress": Progress | null;
  "library.search": Hits;
  "library.state": LibraryShown;
  "library.stop": null;
  "library.text": TextRead;
  "library.titles": Titles;
  "lists.compare": PowersCompared;
  "lists.grounds": PowersGrounds;
  "lists.preview": PowersRead;
  "lists.show": PowersShown;
  "lists.take": PowersTaken;
  "merge.preview": Merged;
  "merge.save": Landing;
  "opinion.add": null;
  "opinion.answer": null;
  "opinion.correct": null;
  "out.make": Paper;
  "out.offer": Offer;
  "project.ahead": boolean;
  "project.beside": Beside;
  "project.compare": ComparedVersions;
  "project.correct": null;
  "project.download": FileMade;
  "project.read": VersionRead;
  "project.restore": Restored;
  "project.show": ProjectShown;
  "project.undo-newest": null;
  "proof.show": Proof;
  "record.seal": RecordSealed;
  "record.verify": RecordVerified;
  "register.preview": OpinionsRead;
  "register.show": RegisterShown;
  "register.take": Left;
  "returned.look": Returned;
  "round.clause": ClauseWords;
  "round.close": Landing;
  "round.decide": null;
  "round.instead": null;
  "round.open": RoundOpened;
  "round.preview": RoundResult;
  "round.resolve": null;
  "round.say": null;
  "round.show": RoundsShown;
  "round.suggest": null;
  "share.decide": null;
  "share.look": Sharing;
  "share.share": Sharing;
  "share.state": Sharing;
  "share.sync": Sharing;
  "start": Begun;
  "undo": null;
  "who.sign": null;
  "year.add": ItemAdded;
  "year.carry-over": null;
  "year.postpone": null;
  "year.preview": PlanRead;
  "year.record": null;
  "year.rename": null;
  "year.show": YearShown | NoYear;
  "year.take": PlanTaken;
  "year.take-out": null;
}
