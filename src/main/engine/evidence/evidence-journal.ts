import { type FileHandle, open } from 'node:fs/promises';
import type { Evidence, EvidenceBody } from '../../../shared/engine-protocol/index.ts';
import type { EngineLog } from '../hub/index.ts';
import type { EvidenceLog } from './evidence-log.ts';
import { type JournalFile, journalPath, openJournalFiles, readRecords } from './journal-files.ts';
import { BEFORE_EVIDENCE, sealEvidence } from './seal-evidence.ts';

/** Records kept in memory for readers: days of a channel. */
const MOST_REMEMBERED = 2000;
/** After these the disk is asked to hold on to what it has. */
const DURABLE: ReadonlySet<EvidenceBody['type']> = new Set(['on-air', 'item-ended', 'off-air']);
const RETRY_MS = 1000;
/** Records that wait for a disk that refuses: weeks of a channel. Beyond it the oldest are given up, and counted. */
const MOST_WAITING = 20_000;

/**
 * The engine's journal on disk. A record is numbered and sealed at once and written in the background, in order; while the disk refuses, records
 * wait in memory and are tried again.
 */
export class EvidenceJournal implements EvidenceLog {
  readonly #folder: string;
  readonly #now: () => number;
  readonly #log: EngineLog;
  readonly #files: JournalFile[];
  readonly #remembered: Evidence[];
  readonly #listeners = new Set<(seq: number) => void>();
  #last: Pick<Evidence, 'seq' | 'hash'>;
  #unwritten: Evidence[] = [];
  #writing: Promise<void> | null = null;
  #hasFailed = false;
  #lost = 0;

  private constructor(folder: string, now: () => number, log: EngineLog, files: readonly JournalFile[], tail: readonly Evidence[]) {
    this.#folder = folder;
    this.#now = now;
    this.#log = log;
    this.#files = [...files];
    this.#remembered = tail.slice(-MOST_REMEMBERED);
    this.#last = tail.at(-1) ?? BEFORE_EVIDENCE;
  }

  /** Opens the journal in a folder and goes on after its last record. @throws the system's error when the folder can't be used. */
  static async open(folder: string, now: () => number, log: EngineLog): Promise<EvidenceJournal> {
    const { files, tail, repairedBytes } = await openJournalFiles(folder);
    if (repairedBytes > 0) log.warn('The end of the journal was torn and has been cut off', { repairedBytes });
    return new EvidenceJournal(folder, now, log, files, tail);
  }

  get seq(): number {
    return this.#last.seq;
  }

  /** The last records, oldest first: when it was just opened, at least back to one that tells what was on air. */
  get tail(): readonly Evidence[] {
    return this.#remembered;
  }

  get isWritten(): boolean {
    return this.#unwritten.length === 0;
  }

  /** Whether the disk refuses records. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Records that were given up because the disk took none for too long. Their numbers are missing in the journal. */
  get lostRecords(): number {
    return this.#lost;
  }

  /** Calls `listener` with the last number after each record, until the returned function is called. */
  onAppended(listener: (seq: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  append(body: EvidenceBody): number {
    const record = sealEvidence(body, new Date(this.#now()).toISOString(), this.#last);
    this.#last = record;
    this.#unwritten.push(record);
    if (this.#unwritten.length > MOST_WAITING) this.#giveUpOldest();
    this.#remembered.push(record);
    if (this.#remembered.length > MOST_REMEMBERED) this.#remembered.shift();
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null;
    });
    for (const listener of this.#listeners) listener(record.seq);
    return record.seq;
  }

  async read(after: number, limit: number): Promise<readonly Evidence[]> {
    const oldest = this.#remembered[0];
    if (oldest === undefined || after >= oldest.seq - 1) {
      const from = oldest === undefined ? 0 : Math.max(0, after - oldest.seq + 1);
      return this.#remembered.slice(from, from + limit);
    }
    const records: Evidence[] = [];
    for (const [index, file] of this.#files.entries()) {
      const next = this.#files[index + 1];
      if (records.length >= limit || (next !== undefined && next.firstSeq <= after + 1)) continue;
      records.push(...(await readRecords(file.path, after, limit - records.length)));
    }
    return records;
  }

  /** Settles when every record is on the disk, or the disk has refused once more. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #write(): Promise<void> {
    while (this.#unwritten.length > 0) {
      try {
        await this.#writeDay();
        this.#hasFailed = false;
      } catch (error) {
        if (!this.#hasFailed) this.#log.error('The journal could not be written', { cause: String(error) });
        this.#hasFailed = true;
        setTimeout(() => this.#retry(), RETRY_MS).unref();
        return;
      }
    }
  }

  #giveUpOldest(): void {
    this.#unwritten.shift();
    this.#lost += 1;
    if (this.#lost === 1) this.#log.error('Records of what aired are given up: the disk takes none', { mostWaiting: MOST_WAITING });
  }

  #retry(): void {
    if (this.#unwritten.length === 0) return;
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null;
    });
  }

  /** Never a file before the last one: when the clock was set back over midnight, the numbers must still follow the names. */
  #pathFor({ at }: Evidence): string {
    const path = journalPath(this.#folder, at);
    const last = this.#files.at(-1)?.path;
    return last !== undefined && path < last ? last : path;
  }

  /** Writes the records that belong to the same file as the first one that waits. */
  async #writeDay(): Promise<void> {
    const first = this.#unwritten[0];
    if (first === undefined) return;
    const path = this.#pathFor(first);
    const rest = this.#unwritten.findIndex((record) => this.#pathFor(record) !== path);
    // A copy: more may be appended while this is written.
    const batch = this.#unwritten.slice(0, rest === -1 ? this.#unwritten.length : rest);
    const file = await open(path, 'a', 0o600);
    try {
      await appendWhole(file, batch.map((record) => `${JSON.stringify(record)}\n`).join(''));
      if (batch.some(({ body }) => DURABLE.has(body.type))) await file.datasync();
    } finally {
      await file.close();
    }
    const last = batch.at(-1) ?? first;
    // By number: the oldest may have been given up meanwhile.
    this.#unwritten = this.#unwritten.filter(({ seq }) => seq > last.seq);
    if (this.#files.at(-1)?.path !== path) this.#files.push({ path, firstSeq: first.seq });
  }
}

/** Appends all of a text or none: what a full disk took half of is cut off again. */
async function appendWhole(file: FileHandle, text: string): Promise<void> {
  const { size } = await file.stat();
  try {
    await file.appendFile(text);
  } catch (error) {
    await file.truncate(size);
    throw error;
  }
}
