import { assertNever } from '../../../shared/assert-never.ts';
import { framesToMs, type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { Asset } from './asset.ts';
import { type Flaw, type FlawType, lengthOf, WORTH_A_LOOK } from './flaws.ts';
import { ownRate } from './own-rate.ts';

/** From which length on black, a still or silence keeps an asset from the air until somebody says that it is meant. */
export type FlawLimits = Readonly<Record<FlawType, Milliseconds>>;

/** Ordinary television stays below these: acts are parted by a second or two of black, a card is read in ten seconds, and even a quiet scene breathes. */
export const USUAL_FLAW_LIMITS: FlawLimits = { black: milliseconds(10_000), freeze: milliseconds(30_000), silence: milliseconds(30_000) };

/** A flaw as it would air, and whether it is so long that it keeps the asset from the air. */
export interface AiredFlaw extends Flaw {
  readonly isGrave: boolean;
}

/** The flaws that nobody meant, as far as they lie between in and out point, the longest first. */
export function airedFlaws({ flaws, inFrame, outFrame, media }: Asset, limits: FlawLimits): readonly AiredFlaw[] {
  const rate = ownRate(media.picture);
  const start = inFrame === null ? 0 : framesToMs(inFrame, rate);
  const end = outFrame === null ? media.duration : framesToMs(outFrame, rate);
  return flaws
    .map(({ type, from, until }) => ({ type, from: milliseconds(Math.max(from, start)), until: milliseconds(Math.min(until, end)) }))
    .filter((flaw) => lengthOf(flaw) >= WORTH_A_LOOK[flaw.type])
    .map((flaw) => ({ ...flaw, isGrave: lengthOf(flaw) >= limits[flaw.type] }))
    .toSorted((a, b) => lengthOf(b) - lengthOf(a));
}

/**
 * The asset at the place in its life that validation gives it: `ready`, or `enriching` while a long black, still or silence would air that nobody
 * meant. An asset whose file is bad and one that is retired stay so.
 */
export function validated(asset: Asset, limits: FlawLimits): Asset {
  if (asset.lifecycle === 'new' || asset.lifecycle === 'retired') return asset;
  return { ...asset, lifecycle: airedFlaws(asset, limits).some(({ isGrave }) => isGrave) ? 'enriching' : 'ready' };
}

/** How many stretches one sentence names. */
const MOST_NAMED = 3;

/** What is wrong with flaws of one type, where, and what to do; the longest first, as `airedFlaws` gives them. */
export function flawSentence(type: FlawType, flaws: readonly Flaw[]): string {
  const places = flaws.slice(0, MOST_NAMED).map(({ from, until }) => `from ${clock(from)} to ${clock(until)}`);
  const more = flaws.length - places.length;
  const where = [...places, ...(more > 0 ? [`at ${more} more ${more === 1 ? 'place' : 'places'}`] : [])];
  return `${subject(type)} ${where.join(' and ')}; cut it out with in and out points, or say that it is meant so.`;
}

function subject(type: FlawType): string {
  switch (type) {
    case 'black':
      return 'The picture is black';
    case 'freeze':
      return 'The picture stands still';
    case 'silence':
      return 'The sound is silent';
    default:
      return assertNever(type);
  }
}

/** `00:10:02.5`: to a tenth, because a player shows the rest. */
function clock(at: Milliseconds): string {
  const tenths = Math.round(at / 100);
  const parts = [Math.floor(tenths / 36_000), Math.floor(tenths / 600) % 60, Math.floor(tenths / 10) % 60];
  return `${parts.map((part) => String(part).padStart(2, '0')).join(':')}.${tenths % 10}`;
}
