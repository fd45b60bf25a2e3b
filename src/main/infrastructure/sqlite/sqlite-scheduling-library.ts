import { type Kysely, sql } from 'kysely';
import type { AssetKind } from '../../../shared/contract/asset-kind.ts';
import { type Frames, frames, type Milliseconds, milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import type { SchedulingLibrary } from '../../application/ports/scheduling-library.ts';
import { ownRate } from '../../domain/library/index.ts';
import type { AssetFacts } from '../../domain/schedule/index.ts';
import type { AssetRow } from './asset-row.ts';
import type { StationDatabase } from './station-schema.ts';

const COLUMNS = [
  'id',
  'kind',
  'title',
  'house_id',
  'duration_ms',
  'nominal_rate',
  'average_rate',
  'is_interlaced',
  'in_frame',
  'out_frame',
  'series',
  'season',
  'episode',
  'genres_json',
  'tags_json',
  'content_rating',
  'advertiser',
  'category',
  'rights_from_ms',
  'rights_until_ms',
  'last_aired_at_ms',
] as const satisfies readonly (keyof AssetRow)[];
type FactsRow = Pick<AssetRow, (typeof COLUMNS)[number]>;

/** The library as the planner reads it, from `assets`, `media_files` and `markers`. */
export class SqliteSchedulingLibrary implements SchedulingLibrary {
  readonly #db: Kysely<StationDatabase>;

  constructor(db: Kysely<StationDatabase>) {
    this.#db = db;
  }

  readPage(after: string | null, limit: number): Promise<readonly AssetFacts[]> {
    return this.#facts(
      airable(this.#db)
        .where('house_id', '>', after ?? '')
        .limit(limit),
    );
  }

  readNamed(ids: readonly string[]): Promise<readonly AssetFacts[]> {
    return this.#facts(airable(this.#db).where('id', 'in', oneParameter(ids)));
  }

  async #facts(query: ReturnType<typeof airable>): Promise<readonly AssetFacts[]> {
    const rows = await query.execute();
    const breaks = await this.#breaksOf(rows.map(({ id }) => id));
    return rows.map((row) => factsOfRow(row, breaks.get(row.id) ?? []));
  }

  /** Those that a person set; of assets that have none, those that were found. */
  async #breaksOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Frames[]>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#db
      .selectFrom('markers')
      .select(['asset_id', 'origin', 'at_frame'])
      .where('type', '=', 'break')
      .where('asset_id', 'in', oneParameter(ids))
      .orderBy('at_frame')
      .execute();
    const byHand = new Set(rows.filter(({ origin }) => origin === 'hand').map((row) => row.asset_id));
    const breaks = new Map<string, Frames[]>();
    for (const { asset_id: id, origin, at_frame: at } of rows) {
      if (byHand.has(id) && origin !== 'hand') continue;
      breaks.set(id, [...(breaks.get(id) ?? []), frames(at)]);
    }
    return breaks;
  }
}

function airable(db: Kysely<StationDatabase>) {
  return db
    .selectFrom('assets')
    .innerJoin('media_files', 'media_files.asset_id', 'assets.id')
    .select(COLUMNS)
    .where('deleted_at_ms', 'is', null)
    .where('missing_since_ms', 'is', null)
    .where('lifecycle', '=', 'ready')
    .where('is_approved', '=', 1)
    .orderBy('house_id');
}

/** One parameter, however many ids there are: a statement of a thousand takes longer to read than to run. */
function oneParameter(ids: readonly string[]) {
  return sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

function factsOfRow(row: FactsRow, breakFrames: readonly Frames[]): AssetFacts {
  return {
    id: row.id,
    kind: row.kind as AssetKind,
    title: row.title,
    houseId: row.house_id,
    duration: milliseconds(row.duration_ms),
    ownRate: rateOf(row),
    inFrame: row.in_frame === null ? null : frames(row.in_frame),
    outFrame: row.out_frame === null ? null : frames(row.out_frame),
    series: row.series,
    season: row.season,
    episode: row.episode,
    genres: textsOf(row.genres_json),
    tags: textsOf(row.tags_json),
    rating: row.content_rating,
    advertiser: row.advertiser,
    category: row.category,
    rightsFrom: row.rights_from_ms as Milliseconds | null,
    rightsUntil: row.rights_until_ms as Milliseconds | null,
    lastAiredAt: row.last_aired_at_ms as Milliseconds | null,
    breakFrames,
  };
}

function rateOf(row: FactsRow) {
  const [nominalRate, averageRate] = [row.nominal_rate, row.average_rate].map((text) => (text === null ? null : parseFrameRate(text)));
  return ownRate({ nominalRate: nominalRate ?? null, averageRate: averageRate ?? null, isInterlaced: row.is_interlaced === 1 });
}

/** Most assets have none. */
function textsOf(json: string): readonly string[] {
  return json === '[]' ? [] : (JSON.parse(json) as readonly string[]);
}
