import { copyFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Milliseconds } from '../../../shared/time/index.ts';
import { RESTORE_ORDER } from './folder-backup-store.ts';

/**
 * Puts a copy in the database's place, if that was ordered. To be called while nobody has the database open. What it replaces stays beside
 * it as `<database>.replaced-<time>`. Torn off anywhere, it is done again from the start by the next call.
 * @param path the database's file
 * @returns the copy's name, or null when nothing was ordered or the copy is gone
 */
export function restoreIfOrdered(dataFolder: string, path: string, now: Milliseconds): string | null {
  const order = join(dataFolder, RESTORE_ORDER);
  if (!existsSync(order)) return null;
  const name = basename(readFileSync(order, 'utf8').trim());
  const copy = join(dataFolder, 'backups', name);
  if (!existsSync(copy)) {
    rmSync(order);
    return null;
  }
  copyFileSync(copy, `${path}.restoring`);
  const time = new Date(now).toISOString().replaceAll(/[:.]/g, '-');
  // The journal belongs to the old file and must not be played into the new one.
  for (const part of ['-wal', '-shm', ''])
    if (existsSync(`${path}${part}`)) renameSync(`${path}${part}`, `${path}.replaced-${time}${part}`);
  renameSync(`${path}.restoring`, path);
  rmSync(order);
  return name;
}
