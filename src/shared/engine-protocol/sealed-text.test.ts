import { expect, it } from 'vitest';
import { frames } from '../time/index.ts';
import { type Evidence, evidenceSchema } from './evidence.ts';
import { sealedText } from './sealed-text.ts';

const RECORD: Evidence = {
  seq: 2,
  at: '2026-03-01T20:00:00.000Z',
  body: { type: 'panic', frame: frames(7), cause: 'jo' },
  prevHash: 'abc',
  hash: 'def',
};

it('is the text before and the record without its hash', () => {
  expect(sealedText(RECORD)).toBe(
    'abc{"at":"2026-03-01T20:00:00.000Z","body":{"cause":"jo","frame":7,"type":"panic"},"prevHash":"abc","seq":2}',
  );
});

it('is the same after a journey through a parser', () => {
  const turned = { ...RECORD, body: { cause: 'jo', type: 'panic', frame: 7 } };
  expect(sealedText(evidenceSchema.parse(JSON.parse(JSON.stringify(turned))))).toBe(sealedText(RECORD));
});
