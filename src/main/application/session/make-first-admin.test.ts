import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { RandomTokenMaker } from '../../infrastructure/security/random-token-maker.ts';
import { ScryptPasswordHasher } from '../../infrastructure/security/scrypt-password-hasher.ts';
import { type OpenDatabase, openDatabase } from '../../infrastructure/sqlite/open-database.ts';
import { SqliteUnitOfWork } from '../../infrastructure/sqlite/sqlite-unit-of-work.ts';
import { type FirstAdminNeeds, makeFirstAdmin } from './make-first-admin.ts';
import { SignIn } from './sign-in.ts';
import { SignInGuard } from './sign-in-guard.ts';

let folder: string;
let database: OpenDatabase;
let notes: string[];
let needs: FirstAdminNeeds;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-admin-'));
  database = openDatabase(join(folder, 'station.db'), milliseconds(0));
  notes = [];
  needs = {
    unitOfWork: new SqliteUnitOfWork(database.kysely),
    hasher: new ScryptPasswordHasher({ n: 16, r: 1, p: 1 }),
    tokens: new RandomTokenMaker(),
    ids: { next: () => 'user-1' },
    clock: { now: () => milliseconds(1000) },
    leaveNote: async (password) => void notes.push(password),
  };
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const canSignIn = async (password: string) => {
  const signIn = new SignIn(needs.unitOfWork, needs.hasher, needs.tokens, needs.clock, new SignInGuard());
  const result = await signIn.run('admin', password, 'here');
  return result.ok && result.role === 'admin';
};

describe('the first admin', () => {
  it('gets a made-up password, and a note of it', async () => {
    await makeFirstAdmin(needs, null);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/^[\w-]{20}$/);
    expect(await canSignIn(notes[0] ?? '')).toBe(true);
  });

  it('gets the password that the owner chose, and no note', async () => {
    await makeFirstAdmin(needs, 'chosen by me');
    expect(notes).toEqual([]);
    expect(await canSignIn('chosen by me')).toBe(true);
  });

  it('is made once, and keeps its password when the station starts again', async () => {
    await makeFirstAdmin(needs, 'first');
    await makeFirstAdmin(needs, 'second');
    expect(await canSignIn('first')).toBe(true);
    expect(await canSignIn('second')).toBe(false);
  });

  it('is not made when the note could not be left', async () => {
    await expect(makeFirstAdmin({ ...needs, leaveNote: () => Promise.reject(new Error('disk full')) }, null)).rejects.toThrow('disk full');
    expect(await needs.unitOfWork.run(({ users }) => users.isEmpty())).toBe(true);
  });
});
