/* What the page uses of preact, its hooks and htm, which stand in preact.js as their authors publish them. */

/** What `html` makes: a piece of the page, to be shown inside another. */
export interface Piece { readonly type: unknown; readonly props: unknown }

export interface Context<T> { readonly Provider: unknown; readonly held?: T }

export function html(strings: TemplateStringsArray, ...values: unknown[]): Piece;
export function render(tree: Piece | null, parent: Element): void;
export function createContext<T>(value: T): Context<T>;
export function useContext<T>(context: Context<T>): T;
export function useState<T>(initial: T | (() => T)): [T, (next: T | ((now: T) => T)) => void];
export function useEffect(act: () => void | (() => void), deps?: readonly unknown[]): void;
export function useMemo<T>(make: () => T, deps: readonly unknown[]): T;
/** One that begins with null is given to an element of the page as its `ref`. */
export function useRef(initial: null): { current: HTMLElement | null };
export function useRef<T>(initial: T): { current: T };
