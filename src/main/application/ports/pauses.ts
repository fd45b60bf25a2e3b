/** Lets others have their turn during long work, so that no window and no caller waits for it. */
export interface Pauses {
  /** Whether the work has gone on long enough without one. */
  readonly isDue: () => boolean;
  readonly take: () => Promise<void>;
}
