/** Where each broadcast day's log is put away as a file. */
export interface AsRunArchive {
  /** Whether the file of that day is there. */
  has(date: string): Promise<boolean>;
  /** Writes a day's file, whole or not at all. */
  write(date: string, csv: string): Promise<void>;
  /** Removes the files of days before that one. */
  removeBefore(date: string): Promise<void>;
}
