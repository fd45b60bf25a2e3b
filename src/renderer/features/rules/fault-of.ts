import type { Refusal } from '../../station-client/index.ts';

/**
 * What the station holds against an input, by its path such as `dayparts.2.name`, or against a part of it; null when nothing.
 * @param refusal null when nothing was refused
 */
export function faultOf(refusal: Refusal | null, field: string): string | null {
  if (refusal === null || refusal.field === null) return null;
  const at = refusal.field.replace(/^plan\./, '');
  if (at !== field && !at.startsWith(`${field}.`)) return null;
  const sentence = refusal.sentence ?? 'The station did not accept that value';
  return sentence.replace(`${refusal.field}: `, '');
}
