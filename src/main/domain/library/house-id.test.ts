import { describe, expect, it } from 'vitest';
import { ASSET_KINDS } from '../../../shared/contract/index.ts';
import { formatHouseId, housePrefix } from './house-id.ts';

describe('house IDs', () => {
  it('can be read out on the telephone', () => {
    expect(formatHouseId(housePrefix('programme'), 123)).toBe('PRG-000123');
  });

  it('never repeat between kinds', () => {
    expect(new Set(ASSET_KINDS.map(housePrefix)).size).toBe(ASSET_KINDS.length);
  });

  it('go on when the digits run out', () => {
    expect(formatHouseId('COM', 1_234_567)).toBe('COM-1234567');
  });
});
