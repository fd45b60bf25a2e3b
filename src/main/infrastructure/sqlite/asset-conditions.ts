import { type RawBuilder, sql } from 'kysely';
import { assertNever } from '../../../shared/assert-never.ts';
import type { AssetState, LibrarySearch, RangeField, SearchFilter } from '../../domain/library/index.ts';
import { searchableText } from './searchable-text.ts';

type Condition = RawBuilder<boolean>;

/** The columns that ranges are about; all of them are in the index that lists are read from. */
const COLUMN: Readonly<Record<RangeField, string>> = {
  length: 'length_ms',
  year: 'year',
  'rights-until': 'rights_until_ms',
  'last-aired': 'last_aired_at_ms',
  imported: 'imported_at_ms',
};

/** The conditions on a row of `assets` that a search's filters come to, the bin's among them; those by terms are left to `termSources`. */
export function assetConditions({ filters, now }: LibrarySearch): readonly Condition[] {
  const isBinMeant = filters.some((filter) => filter.type === 'state' && filter.state === 'bin');
  const conditions = filters.filter((filter) => !isTermSource(filter)).flatMap((filter) => conditionsOf(filter, now));
  return isBinMeant ? conditions : [sql<boolean>`deleted_at_ms IS NULL`, ...conditions];
}

/** Queries for the sequences of the assets that have each wanted term. */
export function termSources({ filters }: LibrarySearch): ReadonlyArray<RawBuilder<{ seq: number }>> {
  return filters.filter(isTermSource).map(termQuery);
}

type TermFilter = Extract<SearchFilter, { readonly type: 'term' }>;

function isTermSource(filter: SearchFilter): filter is TermFilter {
  return filter.type === 'term' && filter.isWanted;
}

function termQuery({ field, term }: TermFilter): RawBuilder<{ seq: number }> {
  return sql<{ seq: number }>`SELECT asset_seq AS seq FROM asset_terms WHERE field = ${field} AND term = ${searchableText(term)}`;
}

function conditionsOf(filter: SearchFilter, now: number): readonly Condition[] {
  switch (filter.type) {
    case 'kind':
      return [sql<boolean>`kind IN (${sql.join(filter.kinds)})`];
    case 'term':
      return [sql<boolean>`seq NOT IN (${termQuery(filter)})`];
    case 'state':
      return [filter.isWanted ? stateCondition(filter.state, now) : sql<boolean>`NOT (${stateCondition(filter.state, now)})`];
    case 'range':
      return rangeConditions(filter.field, filter.from, filter.below);
    case 'never-aired':
      return [sql<boolean>`last_aired_at_ms IS NULL`];
    case 'unused':
      return [filter.isWanted ? UNUSED : sql<boolean>`NOT (${UNUSED})`];
    default:
      return assertNever(filter);
  }
}

const UNUSED = sql<boolean>`(last_aired_at_ms IS NULL AND NOT EXISTS (SELECT 1 FROM playlog_items WHERE asset_id = assets.id))`;

function rangeConditions(field: RangeField, from: number | null, below: number | null): readonly Condition[] {
  const column = sql.ref(COLUMN[field]);
  const floor = from === null ? [] : [sql<boolean>`${column} >= ${from}`];
  return below === null ? floor : [...floor, sql<boolean>`${column} < ${below}`];
}

function stateCondition(state: AssetState, now: number): Condition {
  switch (state) {
    case 'bin':
      return sql<boolean>`deleted_at_ms IS NOT NULL`;
    case 'missing':
      return sql<boolean>`missing_since_ms IS NOT NULL`;
    case 'approved':
      return sql<boolean>`is_approved = 1`;
    case 'flawed':
      return sql<boolean>`flaws_json <> '[]'`;
    // Written like the index of what is flawed: nothing else is ever held back.
    case 'held':
      return sql<boolean>`(flaws_json <> '[]' AND lifecycle = 'enriching')`;
    case 'expired':
      return sql<boolean>`(rights_until_ms IS NOT NULL AND rights_until_ms <= ${now})`;
    case 'duplicate':
      return DUPLICATE;
    case 'ready':
    case 'new':
    case 'retired':
      return sql<boolean>`lifecycle = ${state}`;
    default:
      return assertNever(state);
  }
}

/** Two assets of one kind and title whose lengths differ by less than a second: most likely one thing twice. */
const DUPLICATE = sql<boolean>`EXISTS (SELECT 1 FROM assets AS twin WHERE twin.deleted_at_ms IS NULL AND twin.title_sort = assets.title_sort
  AND twin.seq <> assets.seq AND twin.kind = assets.kind AND abs(twin.length_ms - assets.length_ms) < 1000)`;
