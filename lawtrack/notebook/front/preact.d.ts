/* What the page uses of preact, its hooks and htm, which stand in preact.js as their authors publish them. */
export function html(strings: TemplateStringsArray, ...values: any[]): any;
export function render(tree: any, parent: Element): void;
export function h(type: any, props: any, ...children: any[]): any;
export function createContext<T>(value: T): any;
export function useContext<T>(context: any): any;
export function useState<T = any>(initial: T | (() => T)): [any, (next: any) => void];
export function useEffect(act: () => void | (() => void), deps?: any[]): void;
export function useLayoutEffect(act: () => void | (() => void), deps?: any[]): void;
export function useMemo<T>(make: () => T, deps?: any[]): T;
export function useCallback<T>(act: T, deps?: any[]): T;
export function useRef<T = any>(initial?: T): { current: any };
export const Component: any;
