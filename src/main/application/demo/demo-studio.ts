/** How far the making of the demo media has come: 0 to 1, and what is being made now, in words for people. */
export interface DemoStage {
  readonly progress: number;
  readonly step: string;
}

/** Makes media out of nothing, for a station that has none. */
export interface DemoStudio {
  /**
   * Makes the whole set in a folder, in subfolders that say what kind each clip is. What is there already stays; nothing unfinished ever
   * stands under a clip's name.
   * @throws the signal's reason when it is stopped; an Error with its cause when a clip can't be made or written
   */
  make(folder: string, report: (stage: DemoStage) => void, signal: AbortSignal): Promise<void>;
}
