import type { BADGE_CODES } from '../../../shared/contract/index.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';
import type { Asset } from './asset.ts';
import { airedFlaws, type FlawLimits, flawSentence } from './readiness.ts';

/** Something that people should know of an asset, in one sentence that says what to do. A fault keeps it from the air. */
export interface Badge {
  readonly code: (typeof BADGE_CODES)[number];
  readonly level: 'info' | 'warning' | 'fault';
  readonly reason: string;
}

/** How long before they end rights are said to expire soon. */
const EXPIRING_MS = 7 * 24 * 60 * 60 * 1000;

/** What people should know of an asset now, faults first. */
export function badgesOf(asset: Asset, now: Milliseconds, limits: FlawLimits): readonly Badge[] {
  const badges = [...standing(asset), ...rights(asset, now), ...flaws(asset, limits), ...tracks(asset)];
  return badges.toSorted((a, b) => RANK[a.level] - RANK[b.level]);
}

const RANK = { fault: 0, warning: 1, info: 2 } as const;

function standing({ missingSince, lifecycle, isApproved, binnedAt }: Asset): readonly Badge[] {
  const badges: Badge[] = [];
  if (missingSince !== null) badges.push(fault('missing', 'Its file is gone; put it back or connect its disk, and it heals by itself.'));
  if (lifecycle === 'new') badges.push(fault('file-bad', 'Its file was replaced by one that can not air; copy or export it again.'));
  if (binnedAt !== null) badges.push(fault('in-bin', 'It is in the bin; restore it to use it again.'));
  if (lifecycle === 'retired') badges.push(fault('retired', 'It is retired; make it ready to air it again.'));
  if (!isApproved) badges.push(fault('not-approved', 'Nobody has approved it for air yet; approve it to air it.'));
  return badges;
}

function rights({ details: { rightsFrom, rightsUntil } }: Asset, now: Milliseconds): readonly Badge[] {
  if (rightsUntil !== null && rightsUntil <= now)
    return [fault('rights-expired', `Its rights ended on ${day(rightsUntil)}; renew or retire it.`)];
  const badges: Badge[] = [];
  if (rightsFrom !== null && rightsFrom > now)
    badges.push({ code: 'rights-not-begun', level: 'info', reason: `It may not air before ${day(rightsFrom)}.` });
  if (rightsUntil !== null && rightsUntil - now <= EXPIRING_MS)
    badges.push({
      code: 'rights-expiring',
      level: 'warning',
      reason: `Its rights end on ${day(rightsUntil)}; renew them or plan its last plays.`,
    });
  return badges;
}

const FLAW_BADGES = { black: 'long-black', freeze: 'long-freeze', silence: 'long-silence' } as const;

/** One badge a type, about what keeps the asset from the air if there is any of that. */
function flaws(asset: Asset, limits: FlawLimits): readonly Badge[] {
  const aired = airedFlaws(asset, limits);
  return (['black', 'freeze', 'silence'] as const).flatMap((type) => {
    const [some, grave] = [aired.filter((flaw) => flaw.type === type), aired.filter((flaw) => flaw.type === type && flaw.isGrave)];
    if (grave.length > 0) return [fault(FLAW_BADGES[type], flawSentence(type, grave))];
    return some.length > 0 ? [{ code: FLAW_BADGES[type], level: 'warning' as const, reason: flawSentence(type, some) }] : [];
  });
}

function tracks({ media }: Asset): readonly Badge[] {
  if (media.picture === null)
    return [{ code: 'no-picture', level: 'info', reason: 'It has no picture; it airs under a card with its title.' }];
  return media.sound === null ? [{ code: 'no-sound', level: 'info', reason: 'It has no sound; it airs silent.' }] : [];
}

function fault(code: Badge['code'], reason: string): Badge {
  return { code, level: 'fault', reason };
}

function day(at: Milliseconds): string {
  return new Date(at).toISOString().slice(0, 10);
}
