/** Where the engine's parts write what an engineer should know. One line a call, never one a frame; `detail` is plain JSON data. */
export interface EngineLog {
  info(message: string, detail?: object): void;
  warn(message: string, detail?: object): void;
  error(message: string, detail?: object): void;
}
