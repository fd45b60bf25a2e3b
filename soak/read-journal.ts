import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readEvidenceLine } from '../src/main/engine/evidence/seal-evidence.ts';
import type { Evidence } from '../src/shared/engine-protocol/index.ts';

/** Reads a journal and counts the lines that are torn, changed, or do not follow the one before. */
export async function readJournal(folder: string): Promise<{ readonly evidence: readonly Evidence[]; readonly brokenRecords: number }> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const lines = texts.flatMap((text) => text.split('\n').filter((line) => line !== ''));
  const evidence: Evidence[] = [];
  let brokenRecords = 0;
  for (const line of lines) {
    const record = readEvidenceLine(line);
    const last = evidence.at(-1);
    if (record === null || record.seq !== (last?.seq ?? 0) + 1 || record.prevHash !== (last?.hash ?? '')) brokenRecords += 1;
    if (record !== null) evidence.push(record);
  }
  return { evidence, brokenRecords };
}

/** The discontinuities that a playlist tells of, those that have left it included (RFC 8216, 4.3.3.3). */
export function discontinuitiesOf(playlist: string): number {
  const before = Number(/#EXT-X-DISCONTINUITY-SEQUENCE:(\d+)/.exec(playlist)?.[1] ?? 0);
  return before + (playlist.match(/^#EXT-X-DISCONTINUITY$/gm) ?? []).length;
}
