import type { AssetKind } from '../../../shared/contract/index.ts';
import { frames, framesToMs, milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import { assetId, type Candidate, type Lifecycle, ownRate } from '../../domain/library/index.ts';
import type { AssetRow } from './asset-row.ts';

/** The columns that selection asks for. */
export const CANDIDATE_COLUMNS = [
  'seq',
  'id',
  'house_id',
  'title',
  'kind',
  'lifecycle',
  'is_approved',
  'missing_since_ms',
  'rights_from_ms',
  'rights_until_ms',
  'content_rating',
  'advertiser',
  'category',
  'last_aired_at_ms',
  'in_frame',
  'out_frame',
  'duration_ms',
  'nominal_rate',
  'average_rate',
  'is_interlaced',
] as const satisfies readonly (keyof AssetRow)[];

type CandidateRow = Pick<AssetRow, (typeof CANDIDATE_COLUMNS)[number]>;

/** What selection asks of a row. */
export function candidateOfRow(row: CandidateRow): Candidate {
  const instant = (at: number | null) => (at === null ? null : milliseconds(at));
  return {
    id: assetId(row.id),
    houseId: row.house_id,
    title: row.title,
    kind: row.kind as AssetKind,
    playLength: playLength(row),
    lifecycle: row.lifecycle as Lifecycle,
    isApproved: row.is_approved === 1,
    isMissing: row.missing_since_ms !== null,
    rightsFrom: instant(row.rights_from_ms),
    rightsUntil: instant(row.rights_until_ms),
    contentRating: row.content_rating,
    advertiser: row.advertiser,
    category: row.category,
    lastAiredAt: instant(row.last_aired_at_ms),
  };
}

function playLength(row: CandidateRow): Candidate['playLength'] {
  const rateOf = (text: string | null) => (text === null ? null : parseFrameRate(text));
  const rate = ownRate({
    nominalRate: rateOf(row.nominal_rate),
    averageRate: rateOf(row.average_rate),
    isInterlaced: row.is_interlaced === 1,
  });
  const from = row.in_frame === null ? 0 : framesToMs(frames(row.in_frame), rate);
  const until = row.out_frame === null ? row.duration_ms : framesToMs(frames(row.out_frame), rate);
  return milliseconds(until - from);
}
