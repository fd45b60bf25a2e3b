/** A source of names that were never given before. */
export interface IdGenerator {
  /** A new id: text that is unique everywhere, safe in a URL and in a file name. */
  next(): string;
}
