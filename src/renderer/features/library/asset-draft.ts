import type { Asset, AssetChanges } from '../../../shared/contract/index.ts';
import { milliseconds } from '../../../shared/time/index.ts';
import { consoleZone } from '../../ui/time-text.ts';
import { MINUTE_FORM, minuteOfText, minuteText } from './minute-text.ts';

/** The text fields of an asset as they stand in the form. */
export interface AssetDraft {
  readonly title: string;
  readonly series: string;
  readonly season: string;
  readonly episode: string;
  readonly year: string;
  readonly genres: string;
  readonly tags: string;
  readonly people: string;
  readonly contentRating: string;
  readonly language: string;
  readonly advertiser: string;
  readonly category: string;
  readonly rightsFrom: string;
  readonly rightsUntil: string;
  readonly notes: string;
  /** Of a still picture, how long it is shown, seconds; empty for others. */
  readonly durationMs: string;
}

export type DraftField = keyof AssetDraft;

const NUMBERS = ['season', 'episode', 'year'] as const;
const LABELS = ['genres', 'tags', 'people'] as const;
const NAMES = ['series', 'contentRating', 'language', 'advertiser', 'category'] as const;
const INSTANTS = ['rightsFrom', 'rightsUntil'] as const;

/** The form of an asset as the station knows it. */
export function draftOf(asset: Asset): AssetDraft {
  const texts = [...NUMBERS, ...NAMES].map((field) => [field, String(asset[field] ?? '')]);
  const labels = LABELS.map((field) => [field, asset[field].join(', ')]);
  const instants = INSTANTS.map((field) => [field, minuteOf(asset[field])]);
  return {
    ...Object.fromEntries([...texts, ...labels, ...instants]),
    title: asset.title,
    notes: asset.notes,
    durationMs: stillSeconds(asset),
  };
}

/** What the form changes of an asset, or the first field that can't be read and why. */
export function changesOf(asset: Asset, draft: AssetDraft): DraftChanges {
  const before = draftOf(asset);
  const changes: Record<string, unknown> = {};
  for (const field of Object.keys(draft) as DraftField[]) {
    if (draft[field] === before[field]) continue;
    const read = readField(field, draft[field].trim());
    if ('fault' in read) return { ok: false, field, fault: read.fault };
    changes[field] = read.value;
  }
  return { ok: true, changes: changes as AssetChanges };
}

/** The changes of a form, or the field at fault with a sentence. */
export type DraftChanges =
  | { readonly ok: true; readonly changes: AssetChanges }
  | { readonly ok: false; readonly field: DraftField; readonly fault: string };

/** The labels in a text: parted by commas, each once, whatever its case. */
export function labelsOf(text: string): readonly string[] {
  const labels = text.split(',').map((label) => label.trim());
  const isFirst = (label: string, index: number) => labels.findIndex((each) => each.toLowerCase() === label.toLowerCase()) === index;
  return labels.filter((label, index) => label !== '' && isFirst(label, index));
}

function readField(field: DraftField, text: string): ReadField {
  if (isOne(NUMBERS, field)) return readNumber(text);
  if (field === 'durationMs') return readSeconds(text);
  if (isOne(LABELS, field)) return { value: labelsOf(text) };
  if (isOne(INSTANTS, field)) return readMinute(text);
  if (field === 'title' && text === '') return { fault: 'An asset needs a title.' };
  return { value: text === '' && field !== 'notes' ? null : text };
}

type ReadField = { readonly value: unknown } | { readonly fault: string };

function readNumber(text: string): ReadField {
  if (text === '') return { value: null };
  return /^\d{1,5}$/.test(text) ? { value: Number(text) } : { fault: 'Write a whole number.' };
}

function readSeconds(text: string): ReadField {
  return /^\d{1,5}(\.\d{1,3})?$/.test(text) ? { value: Math.round(Number(text) * 1000) } : { fault: 'Write seconds, such as 7.5.' };
}

/** Whether an asset is a still picture, which has no length of its own. */
export function isStill({ media }: Pick<Asset, 'media'>): boolean {
  return media.container === 'image2';
}

function stillSeconds(asset: Asset): string {
  return isStill(asset) ? String(asset.durationMs / 1000) : '';
}

function isOne(fields: readonly DraftField[], field: DraftField): boolean {
  return fields.includes(field);
}

/** An instant as its field holds it, in the station's zone. */
function minuteOf(instant: string | null): string {
  return instant === null ? '' : minuteText(milliseconds(Date.parse(instant)), consoleZone());
}

function readMinute(text: string): ReadField {
  if (text === '') return { value: null };
  const instant = minuteOfText(text, consoleZone());
  return instant === null ? { fault: `Write ${MINUTE_FORM}, as in 2026-03-29 18:00.` } : { value: new Date(instant).toISOString() };
}
