import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { type Evidence, sealedText } from '../../../shared/engine-protocol/index.ts';
import { frames } from '../../../shared/time/index.ts';
import { Sha256EvidenceSeal } from './sha256-evidence-seal.ts';

it('knows a record that was changed', () => {
  const open: Omit<Evidence, 'hash'> = {
    seq: 1,
    at: '2026-03-01T20:00:00.000Z',
    body: { type: 'off-air', frame: frames(7), cause: 'jo' },
    prevHash: '',
  };
  const record = { ...open, hash: createHash('sha256').update(sealedText(open)).digest('hex') };
  const seal = new Sha256EvidenceSeal();
  expect(seal.isWhole(record)).toBe(true);
  expect(seal.isWhole({ ...record, body: { type: 'off-air', frame: frames(8), cause: 'jo' } })).toBe(false);
});
