import type { Answer } from "./link.js";

export interface Wire {
  page: boolean;
  send(data: object): void;
  listen(act: (message: any) => void): void;
  watch(act: (state: "open" | "opening" | "lost") => void): void;
  reconnect(): Promise<void>;
  interrupt(): Promise<void>;
}

/** What the page gives to its views (`usePage`). */
export interface Shared {
  lang: string;
  /** Counted up by whatever may have changed what the kernel would say. */
  beat: number;
  begun: any;
  viewer: Record<string, string>;
  /** A sentence of the catalogue. */
  t(name: string, details?: Record<string, unknown>): string;
  /** A question; nothing is said beside its answer. */
  ask(name: string, given?: object): Promise<Answer>;
  /** A deed: what was done is said, with a way back. */
  act(name: string, given?: object): Promise<Answer>;
  go(place: object): void;
  refresh(): void;
  say(words: string, undo?: string): void;
  fail(words?: string): void;
  stop(): void;
  help(): void;
  switchLang(): void;
}

/** What `useAsk` gives: the last answer, what went wrong, whether another is awaited. */
export interface Asking {
  result: any;
  problem: string;
  busy: boolean;
  again(): void;
}
