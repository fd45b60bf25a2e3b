import type { Refusal } from './refusal.ts';

/**
 * What the station holds against an input, by its path such as `dayparts.2.name`, or against a part of it; null when nothing.
 * @param refusal null when nothing was refused
 */
export function faultOf(refusal: Refusal | null, field: string): string | null {
  if (refusal === null || refusal.field === null) return null;
  const at = refusal.field.replace(/^plan\./, '');
  if (at !== field && !at.startsWith(`${field}.`)) return null;
  const sentence = refusal.sentence ?? 'The station did not accept that value';
  return inWords(sentence.replace(`${refusal.field}: `, ''));
}

/** The schema's own sentences about bounds, as people would say them; any other one as it is. */
function inWords(sentence: string): string {
  if (/^Too small: expected (string|array) to have >=1 /.test(sentence)) return 'Must not be empty';
  const bound = /^Too (?:small|big): expected (?:number|int) to be (>=|<=)([\d.]+)$/.exec(sentence);
  return bound === null ? sentence : `${bound[1] === '>=' ? 'At least' : 'At most'} ${bound[2]}`;
}
