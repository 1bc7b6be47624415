import type { Answers, ConcordanceRow, ListingShown, VersionShown, ViewerRow } from "./answers.js";
import type { Requests } from "./requests.js";

/** A request that Python answers. */
export type RequestName = keyof Answers;

/** The names of any of several types. */
type NameOf<Type> = Type extends unknown ? keyof Type : never;

/** What a request carries: all that Python needs of it, and nothing that nobody reads. */
export type Sent<Name extends RequestName, Given> = Given & (Exclude<NameOf<Given>, NameOf<Requests[Name]>> extends never ? unknown : never);

/** What comes back for a request: its result, or why there is none. `undo` takes back what was done; `lost` says that the
 *  connection went before the answer came, "unsent" where nothing can have been done. */
export type Answer<Result> =
  | { ok: true; result: Result; say?: string; undo?: string; lost?: undefined }
  | { ok: false; say: string; kind?: "refused" | "failed" | "unsigned"; lost?: "unsent" | "unknown" };

/** A message of the kernel's: the answer to the request of that number. */
export type Message = Answer<unknown> & { id: number };

export interface Wire {
  page: boolean;
  send(data: object): void;
  listen(act: (message: Message) => void): void;
  watch(act: (state: Connection) => void): void;
  reconnect(): Promise<void>;
  interrupt(): Promise<void>;
}

export type Connection = "open" | "opening" | "lost";

/** Sentences by their names. */
export type Words = Record<string, string>;

/** A file as a request carries it; `data` is null where the browser cannot read it any more. */
export interface Carried { name: string; data: string | null }

/** A code and its name, as a choice offers them. */
export type Pair = readonly string[];

/** Where one is, and where one came from. */
export type Place = YearPlace | ProjectPlace | LibraryPlace;
export interface YearPlace { at: "year"; year?: number | null; asOf?: string; view?: string; query?: string; filter?: string }
export interface ProjectPlace {
  at: "project"; draft?: string; item?: string; year?: number | null; title?: string; fresh?: boolean; chosen?: string[];
  panel?: "rounds"; aside?: boolean; file?: Carried; from?: YearPlace;
}
export interface LibraryPlace { at: "library"; tab?: string; from?: YearPlace }

/** What the page gives to its views (`usePage`). */
export interface Shared {
  lang: string;
  /** Counted up by whatever may have changed what the kernel would say. */
  beat: number;
  begun: Answers["start"] | null;
  viewer: Words;
  /** A sentence of the catalogue. */
  t(name: string, details?: object): string;
  /** A question; nothing is said beside its answer. */
  ask<Name extends RequestName, Given extends Requests[Name]>(name: Name, given: Sent<Name, Given>): Promise<Answer<Answers[Name]>>;
  /** A deed: what was done is said, with a way back. */
  act<Name extends RequestName, Given extends Requests[Name]>(name: Name, given: Sent<Name, Given>): Promise<Answer<Answers[Name]>>;
  go(place: Place): void;
  refresh(): void;
  say(words: string, undo?: string): void;
  fail(words: string): void;
  stop(): void;
  help(): void;
  switchLang(): void;
}

/** What `useAsk` gives: the last answer, what went wrong, whether another is awaited. */
export interface Asking<Result> {
  result: Result | null;
  problem: string;
  busy: boolean;
  again(): void;
}

/** An event on an element whose value one reads. */
export type OnValue = Event & { currentTarget: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement };
export type OnInput = Event & { currentTarget: HTMLInputElement };
export type OnFile = Event & { currentTarget: HTMLInputElement & { files: FileList } };

/** The clause in hand: of which version, which tab its drawer is to show; `beat` counts the times it was asked for. */
export interface InHand { version: string; eid: string; open?: string; beat?: number }

/** What is being typed into clauses and is no version yet: `version` is the one it changes, `back` that the disk had it. */
export interface Typed {
  version: string;
  rewritten: Words;
  inserted: { after: string; words: string }[];
  deleted: string[];
  back?: boolean;
}

/** What a comparison is drawn of. */
export interface Drawable { rows: ViewerRow[] | ConcordanceRow[]; columns: [string, string][]; places?: Record<string, string[]>; old?: string; new?: string; more?: boolean }

/** Opens a project of the plan, or a draft, maybe with a file that was let fall on it. */
export type Opens = (asked: { id?: string; draft: string; title: string }, file?: Carried) => void;

/** A file that was let fall on the year, and the title that it has. */
export interface Fallen { file: Carried; title: string }

/** How the workspace stands to the meeting point. */
export type Standings = Answers["share.state"];

/** A round of review by its draft and its name. */
export interface RoundAt { draft: string; round: string }

/** A law that was chosen: of the collection by its id, or a file. */
export interface Law { id?: string; file?: Carried; name: string }

/** The requests that are answered with a table, which can be had as a file too. */
export type Listed = { [Name in RequestName]: Answers[Name] extends ListingShown ? Name : never }[RequestName];

/** What a form says of a version that is to be saved. */
export interface SaveForm { stage: string; date: string; meeting?: string; reason?: string }

/** The function that puts a value into the field of that name. */
export type Setter = (name: string) => (value: string) => void;

/** What lies over a project: which panel, and what it begins with. */
export type Panel =
  | { kind: "out" | "opinions" | "apply" | "merge" | "outside" }
  | { kind: "intake"; file?: Carried; paste?: boolean }
  | { kind: "take-opinions"; file?: Carried; version?: string }
  | { kind: "rounds"; aside?: boolean }
  | { kind: "proof" | "correct" | "restore"; version: VersionShown };

/** The sentence at the foot of the page about what was done last: with a way back, or that it failed. */
export interface Said { words: string; undo?: string; at: number; failed?: boolean }

/** What a deed sends that came as a file or was pasted. */
export interface Brings { file?: Carried; text?: string }
