/** The folder that a stream is served from. A file is there whole or not at all. */
export interface HlsStorage {
  /** Writes a file, replacing one of that name in one step. @throws the system's error (ENOSPC and the like); then nothing changed. */
  write(name: string, contents: Buffer): Promise<void>;
  /** Reads a file; null when there is none. */
  read(name: string): Promise<Buffer | null>;
  /** The length of each file in the folder, in bytes, by name. Makes the folder if need be. */
  sizes(): Promise<ReadonlyMap<string, number>>;
  /** Removes a file; one that is gone already is as good. */
  remove(name: string): Promise<void>;
  /** What an error of this storage means, in words for an operator. */
  explain(error: unknown): string;
}

/** Whether an error says that the disk, or this user's share of it, is full. */
export function isDiskFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOSPC' || code === 'EDQUOT';
}
