import type { AssetKind } from '../../../shared/contract/index.ts';

const PREFIXES: Readonly<Record<AssetKind, string>> = {
  programme: 'PRG',
  commercial: 'COM',
  promo: 'PRO',
  bumper: 'BMP',
  'station-id': 'IDT',
  psa: 'PSA',
  filler: 'FIL',
  slate: 'SLT',
};

/** The letters that a kind's house IDs begin with; each has a run of numbers of its own. */
export function housePrefix(kind: AssetKind): string {
  return PREFIXES[kind];
}

/** Writes a house ID: `PRG-000123`. An asset keeps it even if its kind is changed later. */
export function formatHouseId(prefix: string, number: number): string {
  return `${prefix}-${String(number).padStart(6, '0')}`;
}
