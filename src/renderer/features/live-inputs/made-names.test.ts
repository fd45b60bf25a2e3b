import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputsSchema } from '../../../shared/engine-protocol/index.ts';
import { newInputId, newKey } from './made-names.ts';

const bytes = (value: number) => (count: number) => new Uint8Array(count).fill(value);

describe('what an input is given by the console', () => {
  it('is an id that tells its name and a key, both of the form that the station takes, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }), fc.nat({ max: 255 }), (name, byte) => {
        const [id, key] = [newInputId(name, bytes(byte)), newKey(bytes(byte))];
        expect(inputsSchema.safeParse([{ id, name: 'Any', type: 'rtmp-publish', key }]).success).toBe(true);
      }),
    );
    expect(newInputId('Studio B (Köln)', bytes(0))).toBe('studio-b-koln-aaaaaa');
    expect(newInputId('放送', bytes(1))).toBe('input-bbbbbb');
  });

  it('differs with every random draw', () => {
    expect(newKey(bytes(3))).not.toBe(newKey(bytes(4)));
    expect(newInputId('Studio', bytes(3))).not.toBe(newInputId('Studio', bytes(4)));
  });
});
