export interface Wire {
  page: boolean;
  send(data: object): void;
  listen(act: (message: any) => void): void;
  watch(act: (state: "open" | "opening" | "lost") => void): void;
  reconnect(): Promise<void>;
  interrupt(): Promise<void>;
}
