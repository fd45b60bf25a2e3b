/** A text without case and accents, so that Ä stands with A: what titles sort by and terms are compared by. */
export function searchableText(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
