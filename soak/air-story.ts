import type { Evidence, EvidenceBody, RundownItem } from '../src/shared/engine-protocol/index.ts';
import { type Frames, frames } from '../src/shared/time/index.ts';

type Ended = Extract<EvidenceBody, { type: 'item-ended' }>;

/** One airing as the evidence tells it: frames [from, to). */
export interface AiredRun {
  readonly item: RundownItem | null;
  readonly from: Frames;
  readonly to: Frames;
  readonly heldFrames: number;
  readonly slatedFrames: number;
  readonly outcome: Ended['outcome'];
  readonly reason: Ended['reason'];
}

/** Frames that are in no stream, and through what. */
export interface Loss {
  readonly cause: 'encoder' | 'engine' | 'clock';
  readonly from: Frames;
  readonly to: Frames;
}

/** The evidence as airings and losses. `dangling`: airings without an end, and ends without a beginning. */
export interface AirStory {
  readonly airings: readonly AiredRun[];
  readonly losses: readonly Loss[];
  readonly engineStarts: number;
  readonly dangling: number;
}

/** Reads the evidence as a story: what was on air from which frame to which. */
export function airStory(evidence: readonly Evidence[]): AirStory {
  const bodies = evidence.map(({ body }) => body);
  const ends = bodies.filter((body) => body.type === 'item-ended');
  const starts = bodies.filter((body) => body.type === 'item-started');
  const startOf = new Map(starts.map((start) => [start.airingId, start]));
  const airings = ends.flatMap((end) => {
    const start = startOf.get(end.airingId);
    return start === undefined ? [] : [{ ...end, item: start.item, from: start.frame, to: end.frame }];
  });
  const engineStarts = bodies.filter((body, index) => body.type === 'on-air' && !followsStep(bodies[index - 1]));
  return {
    airings,
    losses: bodies.flatMap((body, index) => lossOf(body, bodies[index - 1])),
    engineStarts: engineStarts.length,
    dangling: starts.length - airings.length + (ends.length - airings.length),
  };
}

/** Whether the channel came on air with another frame because the clock was set: the evidence before says so. */
function followsStep(before: EvidenceBody | undefined): boolean {
  return before?.type === 'item-ended' && before.reason === 'clock-stepped';
}

function lossOf(body: EvidenceBody, before: EvidenceBody | undefined): readonly Loss[] {
  if (body.type === 'on-air' && body.lostFrom !== null)
    return [{ cause: followsStep(before) ? 'clock' : 'engine', from: body.lostFrom, to: body.frame }];
  if (body.type !== 'encoder-restarted' && body.type !== 'encoder-lost') return [];
  return [{ cause: 'encoder', from: frames(body.frame - body.lostFrames), to: body.frame }];
}
