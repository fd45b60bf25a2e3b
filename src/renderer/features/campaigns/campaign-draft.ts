import type { Campaign, CampaignProgress } from '../../../shared/contract/index.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';
import { freeId } from '../../ui/free-id.ts';
import { shortDay } from '../../ui/time-text.ts';

/** A new campaign: four weeks from a broadcast day on, without spots or caps. */
export function newCampaign(campaigns: readonly Campaign[], date: string): Campaign {
  return {
    id: freeId(campaigns, 'campaign'),
    name: 'New campaign',
    advertiser: '',
    category: null,
    from: date,
    to: daysAfter(date, 27),
    dayparts: [],
    assetIds: [],
    playsPerDay: null,
    playsInAll: null,
    priority: 50,
    weight: 1,
    spacingMinutes: 0,
    position: 'any',
    separationMinutes: 0,
  };
}

/** A broadcast day so many days after another one. */
function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Where a campaign stands on a broadcast day. */
export type FlightState = 'coming' | 'running' | 'met' | 'over';

/** Where a campaign stands on a broadcast day; `met` when it has had all the plays that it was sold. */
export function flightState({ from, to, playsInAll }: Campaign, progress: CampaignProgress | null, date: string): FlightState {
  if (playsInAll !== null && (progress?.airedInAll ?? 0) >= playsInAll) return 'met';
  if (date < from) return 'coming';
  return date > to ? 'over' : 'running';
}

/** Where a campaign stands, in words. */
export const FLIGHT_WORDS: Readonly<Record<FlightState, string>> = { coming: 'Coming', running: 'Running', met: 'Met', over: 'Over' };

/**
 * How many plays a campaign should have had by the end of a broadcast day to be through when its flight ends, sold plays spread evenly;
 * null without a cap of all plays.
 */
export function playsDue({ from, to, playsInAll }: Campaign, date: string): number | null {
  if (playsInAll === null) return null;
  const days = dayCount(from, to);
  const gone = Math.min(days, Math.max(0, date < from ? 0 : dayCount(from, date)));
  return Math.floor((playsInAll * gone) / days);
}

/** How many days a flight has, both ends included. */
function dayCount(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}

/** A cap as it is written in an input, where nothing means no cap. */
export function capOfText(text: string): number | null {
  return text.trim() === '' ? null : Math.round(Number(text));
}

/** A flight in words, such as `1 Nov – 28 Nov 2026`. */
export function flightWords({ from, to }: Pick<Campaign, 'from' | 'to'>): string {
  const year = to.slice(0, 4);
  return `${dateWords(from)}${from.startsWith(year) ? '' : ` ${from.slice(0, 4)}`} – ${dateWords(to)} ${year}`;
}

function dateWords(date: string): string {
  return shortDay(Date.parse(`${date}T12:00:00Z`) as Milliseconds, 'UTC');
}
