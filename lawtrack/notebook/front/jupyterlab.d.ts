/* What the workbench uses of JupyterLab's own library for kernels (@jupyterlab/services) and of anywidget, whose types are
   not here; and what the kernel sends to begin with. */
import type { Message, Words } from "./types.js";

/** The front end: modules of text, the name of the one to start, the style sheet; `words` are those that the page needs
 *  before its first answer. */
export interface Front { modules: [string, string][]; main: string; style: string; words: Record<string, Words> }

export interface Signal<Told> { connect(heed: (sender: unknown, told: Told) => void): boolean }

export interface Comm {
  onMsg: (message: { content: { data: { front: Front } | Message } }) => void;
  onClose: () => void;
  open(data: object): unknown;
  send(data: object): unknown;
}

export interface Kernel {
  readonly id: string;
  readonly status: string;
  readonly connectionStatus: string;
  readonly isDisposed: boolean;
  readonly statusChanged: Signal<string>;
  readonly connectionStatusChanged: Signal<string>;
  readonly disposed: Signal<void>;
  requestExecute(content: object): { done: Promise<{ content: { status: string; evalue?: string } }> };
  createComm(target: string): Comm;
  interrupt(): Promise<void>;
  reconnect(): Promise<void>;
  dispose(): void;
}

/** A session as the server tells of it. */
export interface SessionModel { readonly kernel?: { readonly id: string } | null }

export interface ServiceManager {
  sessions: {
    refreshRunning(): Promise<void>;
    findByPath(path: string): Promise<SessionModel | undefined>;
    connectTo(options: { model: SessionModel }): { kernel: Kernel };
    startNew(options: object): Promise<{ kernel: Kernel }>;
  };
}

/** What JupyterLab's bundle shares: libraries by name and version, each to be had when it is asked for. */
export type SharedLibraries = Record<string, Record<string, { get(): Promise<() => { ServiceManager: new () => ServiceManager }> }>>;

/** The model of a widget in a notebook's cell. */
export interface WidgetModel {
  get(name: "front"): Front;
  get(name: "lang"): string;
  send(data: object): void;
  on(event: "msg:custom", act: (message: Message) => void): void;
}

declare global {
  interface Window { _JUPYTERLAB?: Record<string, unknown> }
}
