import { assertNever } from '../../../shared/assert-never.ts';
import type { BADGE_CODES } from '../../../shared/contract/index.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';
import type { Asset } from './asset.ts';
import type { Flaw } from './flaws.ts';

/** Something that people should know of an asset, in one sentence that says what to do. A fault keeps it from the air. */
export interface Badge {
  readonly code: (typeof BADGE_CODES)[number];
  readonly level: 'info' | 'warning' | 'fault';
  readonly reason: string;
}

/** How long before they end rights are said to expire soon. */
const EXPIRING_MS = 7 * 24 * 60 * 60 * 1000;

/** What people should know of an asset now, faults first. */
export function badgesOf(asset: Asset, now: Milliseconds): readonly Badge[] {
  const badges = [...standing(asset), ...rights(asset, now), ...asset.flaws.map(flawBadge), ...sound(asset)];
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

function flawBadge({ type, from, until }: Flaw): Badge {
  const stretch = `for ${seconds(until - from)} from ${clock(from)}`;
  switch (type) {
    case 'black':
      return {
        code: 'long-black',
        level: 'warning',
        reason: `The picture is black ${stretch}; cut it out with in and out points unless it is meant.`,
      };
    case 'freeze':
      return { code: 'long-freeze', level: 'warning', reason: `The picture stands still ${stretch}; check the file unless it is meant.` };
    case 'silence':
      return { code: 'long-silence', level: 'warning', reason: `The sound is silent ${stretch}; check the file unless it is meant.` };
    default:
      return assertNever(type);
  }
}

function sound({ media }: Asset): readonly Badge[] {
  return media.sound === null ? [{ code: 'no-sound', level: 'info', reason: 'It has no sound; it airs silent.' }] : [];
}

function fault(code: Badge['code'], reason: string): Badge {
  return { code, level: 'fault', reason };
}

function day(at: Milliseconds): string {
  return new Date(at).toISOString().slice(0, 10);
}

function seconds(length: number): string {
  return `${(length / 1000).toFixed(1)} s`;
}

function clock(at: Milliseconds): string {
  const whole = Math.floor(at / 1000);
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
