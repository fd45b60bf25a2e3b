import type { AssetKind } from '../../../shared/contract/asset-kind.ts';
import {
  type FrameRate,
  type Frames,
  firstFrameFrom,
  frameOnAirAt,
  frames,
  framesToMs,
  type Milliseconds,
  msToFrames,
} from '../../../shared/time/index.ts';
import type { PlannableAsset } from './plannable-asset.ts';

/** What the library says of an asset that may air. Its frames are its own. */
export interface AssetFacts {
  readonly id: string;
  readonly kind: AssetKind;
  readonly title: string;
  readonly houseId: string;
  readonly duration: Milliseconds;
  readonly ownRate: FrameRate;
  readonly inFrame: Frames | null;
  readonly outFrame: Frames | null;
  readonly series: string | null;
  readonly season: number | null;
  readonly episode: number | null;
  readonly genres: readonly string[];
  readonly tags: readonly string[];
  readonly rating: string | null;
  readonly advertiser: string | null;
  readonly category: string | null;
  readonly rightsFrom: Milliseconds | null;
  readonly rightsUntil: Milliseconds | null;
  readonly lastAiredAt: Milliseconds | null;
  /** Where it may be interrupted: those that a person set, or else those that were found. In order. */
  readonly breakFrames: readonly Frames[];
}

/** An asset on the channel's grid; null when nothing of it is left between its in and out point. */
export function plannableAsset(facts: AssetFacts, rate: FrameRate, lastPlay: Frames | null): PlannableAsset | null {
  const toChannel = (own: Frames) => msToFrames(framesToMs(own, facts.ownRate), rate);
  const inFrame = facts.inFrame === null ? frames(0) : toChannel(facts.inFrame);
  const whole = msToFrames(facts.duration, rate);
  const end = facts.outFrame === null ? whole : Math.min(whole, toChannel(facts.outFrame));
  const durationFrames = frames(end - inFrame);
  if (durationFrames < 1) return null;
  const { duration, ownRate: _, outFrame: __, lastAiredAt, rightsFrom, rightsUntil, breakFrames, ...same } = facts;
  return {
    ...same,
    durationMs: duration,
    inFrame,
    durationFrames,
    lastPlayFrame: lastPlay ?? (lastAiredAt === null ? null : frameOnAirAt(lastAiredAt, rate)),
    rightsFrom: rightsFrom === null ? null : firstFrameFrom(rightsFrom, rate),
    rightsUntil: rightsUntil === null ? null : frameOnAirAt(rightsUntil, rate),
    breakFrames: breakFrames.map((frame) => frames(toChannel(frame) - inFrame)),
  };
}
