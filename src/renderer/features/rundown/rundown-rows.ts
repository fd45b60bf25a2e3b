import type { AssetKind, PlaylogItem } from '../../../shared/contract/index.ts';
import type { EngineStatus } from '../../../shared/engine-protocol/index.ts';
import { type FrameRate, type Frames, frameDueAt, type Milliseconds, parseFrameRate } from '../../../shared/time/index.ts';

/** Where an item stands on its way to the air. */
export type RundownState = 'on-air' | 'next-cued' | 'next-opening' | 'next' | 'cue-failed' | 'missing' | 'failed' | 'planned';

/** One line of the rundown. */
export interface RundownRow {
  readonly id: string;
  readonly state: RundownState;
  readonly startsAt: Milliseconds;
  readonly startFrame: Frames;
  readonly durationFrames: Frames;
  readonly title: string;
  readonly houseId: string | null;
  readonly kind: AssetKind;
  /** The live input that is on; null: media, or the slate. */
  readonly inputId: string | null;
  readonly isFixed: boolean;
  /** Why the planner put it there; null when only the engine told of it. */
  readonly rule: string | null;
}

/**
 * The coming items: what the engine says of the item on air and the next one, and what the playlog says of the rest. Without a playlog (the
 * database may be down) the engine's two remain.
 */
export function rundownRows(items: readonly PlaylogItem[], status: EngineStatus | null): readonly RundownRow[] {
  const fromPlaylog = items
    .filter((item) => status === null || item.startFrame + item.durationFrames > status.frame)
    .filter((item) => item.status !== 'aired' && item.status !== 'partial')
    .map((item) => rowOfPlaylog(item, status));
  const known = new Set(fromPlaylog.map((row) => row.id));
  return [...rowsOfEngine(status).filter((row) => !known.has(row.id)), ...fromPlaylog].toSorted(
    (one, other) => one.startFrame - other.startFrame,
  );
}

/** Changes whenever `rundownRows` would: with the items on air and next, and every two seconds, as items come to their end. */
export function rundownKey(status: EngineStatus | null): string {
  if (!status) return 'none';
  return [status.rate, status.onAir?.item?.id, status.next?.item.id, status.next?.cue, Math.floor(status.frame / 50)].join(' ');
}

function rowOfPlaylog(item: PlaylogItem, status: EngineStatus | null): RundownRow {
  return {
    id: item.id,
    state: stateOf(item, status),
    startsAt: Date.parse(item.startsAt) as Milliseconds,
    startFrame: item.startFrame,
    durationFrames: item.durationFrames,
    title: item.title,
    houseId: item.houseId,
    kind: item.kind,
    inputId: item.inputId ?? null,
    isFixed: item.startMode === 'fixed',
    rule: item.explanation.rule,
  };
}

function stateOf(item: PlaylogItem, status: EngineStatus | null): RundownState {
  if (status?.onAir?.item?.id === item.id) return 'on-air';
  if (status?.next?.item.id === item.id) return CUE_STATES[status.next.cue];
  if (item.status === 'missed') return 'missing';
  return item.status === 'failed' ? 'failed' : 'planned';
}

const CUE_STATES = { waiting: 'next', opening: 'next-opening', cued: 'next-cued', failed: 'cue-failed' } as const;

function rowsOfEngine(status: EngineStatus | null): readonly RundownRow[] {
  if (!status) return [];
  const rate = parseFrameRate(status.rate);
  const onAir = status.onAir?.item ? [rowOfEngine(status.onAir.item, 'on-air', rate)] : [];
  const next = status.next ? [rowOfEngine(status.next.item, CUE_STATES[status.next.cue], rate)] : [];
  return [...onAir, ...next];
}

function rowOfEngine(item: NonNullable<EngineStatus['next']>['item'], state: RundownState, rate: FrameRate): RundownRow {
  const { id, startFrame, durationFrames, title, houseId, kind, source } = item;
  const startsAt = frameDueAt(startFrame, rate);
  const inputId = source.type === 'live' ? source.inputId : null;
  return {
    id,
    state,
    startsAt,
    startFrame,
    durationFrames,
    title,
    houseId,
    kind,
    inputId,
    isFixed: item.startMode === 'fixed',
    rule: null,
  };
}
