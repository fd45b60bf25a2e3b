/** Tells that something in a folder may have changed, sooner than the next look at it would. It may miss changes. */
export interface FolderWatch {
  /** Calls `changed` after changes, never during the call. Answers with how to stop that. A folder that can't be watched is only looked at. */
  watch(path: string, changed: () => void): () => void;
}
