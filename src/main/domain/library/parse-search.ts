import type { Milliseconds } from '../../../shared/time/index.ts';
import { kindOfName } from './kind-of-folders.ts';
import {
  ASSET_STATES,
  type AssetState,
  type LibrarySearch,
  type RangeField,
  type SearchFilter,
  TERM_FIELDS,
  type TermField,
} from './library-search.ts';

/** A search as it is understood, or the token that is not. */
export type ParsedSearch =
  | { readonly ok: true; readonly search: LibrarySearch }
  | { readonly ok: false; readonly token: string; readonly message: string };

type ParsedToken = SearchFilter | { readonly type: 'fault'; readonly message: string };

/** A word, or `name:value`, `name<value` with quotes around what holds spaces. */
const TOKEN = /(?:[^\s"]|"[^"]*"?)+/g;
const FILTER = /^(?<not>-?)(?<name>[a-z]+)(?<sign>:|<=|>=|<|>)(?<value>.+)$/is;

const TERM_OF_NAME: Readonly<Record<string, TermField>> = {
  ...Object.fromEntries(TERM_FIELDS.map((field) => [field, field])),
  lang: 'language',
  people: 'person',
  with: 'person',
};

const RANGE_OF_NAME: Readonly<Record<string, RangeField>> = {
  duration: 'length',
  length: 'length',
  year: 'year',
  expires: 'rights-until',
  aired: 'last-aired',
  added: 'imported',
};

const UNIT_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/**
 * Reads what a person typed into the search box: words, and tokens such as `kind:promo`, `genre:"late night"`, `-tag:old`, `expires<7d`,
 * `duration>30m`, `year>=1990`, `added<1w`, `never:aired`, `unused:yes`, `is:bin`. What looks like a token and is none is refused by name.
 */
export function parseSearch(typed: string, now: Milliseconds): ParsedSearch {
  const words: string[] = [];
  const filters: SearchFilter[] = [];
  for (const token of typed.match(TOKEN) ?? []) {
    const parts = FILTER.exec(token)?.groups as FilterParts | undefined;
    if (parts === undefined || token.startsWith('"')) {
      words.push(token.replaceAll('"', ' '));
      continue;
    }
    const filter = parseFilter({ ...parts, name: parts.name.toLowerCase(), value: unquoted(parts.value) }, now);
    if (filter.type === 'fault') return { ok: false, token, message: `${token}: ${filter.message}` };
    filters.push(filter);
  }
  return { ok: true, search: { words: words.join(' '), filters, now } };
}

interface FilterParts {
  readonly not: string;
  readonly name: string;
  readonly sign: string;
  readonly value: string;
}

function parseFilter(parts: FilterParts, now: Milliseconds): ParsedToken {
  const { name, sign, value } = parts;
  const range = Object.hasOwn(RANGE_OF_NAME, name) ? RANGE_OF_NAME[name] : undefined;
  if (range !== undefined) return parts.not === '' ? parseRange(range, sign, value, now) : fault('say it with < or > instead of -');
  if (sign !== ':') return fault(`write ${name}: and what it should be`);
  const term = Object.hasOwn(TERM_OF_NAME, name) ? TERM_OF_NAME[name] : undefined;
  if (term !== undefined) return { type: 'term', field: term, term: value, isWanted: parts.not === '' };
  return parseClaim(parts);
}

function parseClaim({ not, name, value }: FilterParts): ParsedToken {
  const isWanted = not === '';
  if (name === 'is') return parseState(value, isWanted);
  if (!isWanted) return fault('only is: and names of things can be turned around with -');
  if (name === 'kind') return parseKinds(value);
  if (name === 'never') return value === 'aired' ? { type: 'never-aired' } : fault('there is never:aired');
  if (name === 'unused')
    return value === 'yes' || value === 'no' ? { type: 'unused', isWanted: value === 'yes' } : fault('there are unused:yes and unused:no');
  const names = ['kind', 'is', 'never', 'unused', ...Object.keys(TERM_OF_NAME), ...Object.keys(RANGE_OF_NAME)];
  return fault(`there is no filter of that name; there are ${names.join(', ')}`);
}

function parseState(value: string, isWanted: boolean): ParsedToken {
  const isState = (ASSET_STATES as readonly string[]).includes(value.toLowerCase());
  if (!isState) return fault(`there are ${ASSET_STATES.map((state) => `is:${state}`).join(', ')}`);
  return { type: 'state', state: value.toLowerCase() as AssetState, isWanted };
}

function parseKinds(value: string): ParsedToken {
  const kinds = value.split(',').map(kindOfName);
  const known = kinds.filter((kind) => kind !== null);
  return known.length === kinds.length
    ? { type: 'kind', kinds: known }
    : fault('there are programme, commercial, promo, bumper, station-id, psa, filler and slate');
}

function parseRange(field: RangeField, sign: string, value: string, now: Milliseconds): ParsedToken {
  if (field === 'year') return parseYear(sign, value);
  const length = lengthOf(value);
  if (length === null) return fault('write a length such as 90s, 30m, 2h, 7d or 4w');
  if (sign === ':') return fault('write < or > before the length');
  if (field === 'length') return ranged(field, sign, length, length);
  // Times are told by how far they are from now: `expires<7d` is before then, `aired<7d` is since then.
  if (field === 'rights-until') return ranged(field, sign, now + length, now + length);
  return ranged(field, OPPOSITE[sign] ?? sign, now - length, now - length);
}

const OPPOSITE: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };

function parseYear(sign: string, value: string): ParsedToken {
  if (!/^\d{4}$/.test(value)) return fault('write a year such as 1994');
  const year = Number(value);
  return sign === ':' ? { type: 'range', field: 'year', from: year, below: year + 1 } : ranged('year', sign, year, year);
}

function ranged(field: RangeField, sign: string, from: number, below: number): SearchFilter {
  switch (sign) {
    case '<':
      return { type: 'range', field, from: null, below };
    case '<=':
      return { type: 'range', field, from: null, below: below + 1 };
    case '>':
      return { type: 'range', field, from: from + 1, below: null };
    default:
      return { type: 'range', field, from, below: null };
  }
}

function lengthOf(text: string): number | null {
  const match = /^(\d{1,6}(?:\.\d{1,3})?)([smhdw])$/i.exec(text);
  return match ? Number(match[1]) * (UNIT_MS[match[2]?.toLowerCase() ?? ''] ?? 0) : null;
}

function unquoted(text: string): string {
  return text.replaceAll('"', '').trim();
}

function fault(message: string): ParsedToken {
  return { type: 'fault', message };
}
