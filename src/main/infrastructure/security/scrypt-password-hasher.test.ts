import { describe, expect, it } from 'vitest';
import { ScryptPasswordHasher } from './scrypt-password-hasher.ts';

const hasher = new ScryptPasswordHasher({ n: 16, r: 1, p: 1 });

describe('ScryptPasswordHasher', () => {
  it('knows the password it hashed, and no other', async () => {
    const hash = await hasher.hash('correct horse');
    expect(await hasher.matches('correct horse', hash)).toBe(true);
    expect(await hasher.matches('correct horsf', hash)).toBe(false);
  });

  it('never writes the password, and writes two different hashes for two people who chose the same', async () => {
    const hashes = [await hasher.hash('secret'), await hasher.hash('secret')];
    expect(hashes.join()).not.toContain('secret');
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  it('checks an old hash at the cost it was made with', async () => {
    const old = await new ScryptPasswordHasher({ n: 32, r: 2, p: 1 }).hash('secret');
    expect(await hasher.matches('secret', old)).toBe(true);
  });

  it('takes two spellings of the same letters for one password', async () => {
    expect(await hasher.matches('caf\u00e9', await hasher.hash('cafe\u0301'))).toBe(true);
  });

  it('says so when a stored hash is not one of its own', async () => {
    await expect(hasher.matches('secret', 'md5$nonsense')).rejects.toThrow('not readable');
  });
});
