import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Evidence, EvidenceBody } from '../../../shared/engine-protocol/index.ts';
import { readEvidenceLine } from './seal-evidence.ts';

/** A file of the journal: one for each UTC day that has evidence. */
export interface JournalFile {
  readonly path: string;
  /** The number of its first record. */
  readonly firstSeq: number;
}

/** What a journal holds when it is opened. */
export interface OpenedJournal {
  /** Oldest first. */
  readonly files: readonly JournalFile[];
  /** The last records, oldest first: at least back to one that tells what was on air. */
  readonly tail: readonly Evidence[];
  /** Bytes of a torn last line that were cut off. */
  readonly repairedBytes: number;
}

const NAME = /^\d{4}-\d{2}-\d{2}\.jsonl$/;

const AIR_TYPES: ReadonlySet<EvidenceBody['type']> = new Set(['on-air', 'off-air', 'item-started', 'item-ended']);

/** Where the evidence of an instant (ISO 8601, UTC) belongs. */
export function journalPath(folder: string, at: string): string {
  return join(folder, `${at.slice(0, 10)}.jsonl`);
}

/** Opens a journal's folder, made if need be, and cuts off what a crash left half written. @throws the system's error. */
export async function openJournalFiles(folder: string): Promise<OpenedJournal> {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  const files: JournalFile[] = [];
  let repairedBytes = 0;
  for (const [index, name] of names.entries()) {
    const path = join(folder, name);
    if (index === names.length - 1) repairedBytes = await repair(path);
    const first = await firstRecord(path);
    if (first === null) continue;
    files.push({ path, firstSeq: first.seq });
  }
  return { files, tail: await readTail(files), repairedBytes };
}

/** The records of the last files, back to one that tells what was on air. */
async function readTail(files: readonly JournalFile[]): Promise<readonly Evidence[]> {
  let tail: readonly Evidence[] = [];
  for (const file of [...files].reverse()) {
    tail = [...(await readRecords(file.path, 0, Number.POSITIVE_INFINITY)), ...tail];
    if (tail.some(({ body }) => AIR_TYPES.has(body.type))) break;
  }
  return tail;
}

/** Records of one file after number `after`, at most `limit`. */
export async function readRecords(path: string, after: number, limit: number): Promise<Evidence[]> {
  const records: Evidence[] = [];
  const stream = createReadStream(path);
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      const record = readEvidenceLine(line);
      if (record === null || record.seq <= after) continue;
      records.push(record);
      if (records.length >= limit) break;
    }
  } finally {
    stream.destroy();
  }
  return records;
}

async function firstRecord(path: string): Promise<Evidence | null> {
  return (await readRecords(path, 0, 1))[0] ?? null;
}

/** Cuts a file after its last whole record. @returns the bytes cut off. */
async function repair(path: string): Promise<number> {
  const file = await open(path, 'r');
  let bytes: Buffer;
  try {
    bytes = await file.readFile();
  } finally {
    await file.close();
  }
  let end = bytes.length;
  while (end > 0) {
    const isLineEnd = bytes[end - 1] === 0x0a;
    const start = bytes.lastIndexOf(0x0a, end - 2) + 1;
    if (isLineEnd && readEvidenceLine(bytes.toString('utf8', start, end - 1)) !== null) break;
    end = end === 1 ? 0 : start;
  }
  if (end < bytes.length) await truncate(path, end);
  return bytes.length - end;
}
