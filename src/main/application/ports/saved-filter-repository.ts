/** A search that people keep under a name, for everybody. */
export interface SavedFilter {
  readonly id: string;
  readonly name: string;
  readonly search: string;
}

/** The searches that are kept. */
export interface SavedFilterRepository {
  /** In the order of names. */
  list(): Promise<readonly SavedFilter[]>;
  /** Keeps a search; one of the same name, in whatever case, is replaced and keeps its id. Answers with what is kept. */
  put(filter: SavedFilter): Promise<SavedFilter>;
  /** Whether there was one of that id. */
  remove(id: string): Promise<boolean>;
}
