/** Languages that have two codes in ISO 639-2, the bibliographic one and the terminological one; files have either. */
const TWINS: readonly (readonly [string, string])[] = [
  ['alb', 'sqi'],
  ['arm', 'hye'],
  ['baq', 'eus'],
  ['bur', 'mya'],
  ['chi', 'zho'],
  ['cze', 'ces'],
  ['dut', 'nld'],
  ['fre', 'fra'],
  ['geo', 'kat'],
  ['ger', 'deu'],
  ['gre', 'ell'],
  ['ice', 'isl'],
  ['mac', 'mkd'],
  ['mao', 'mri'],
  ['may', 'msa'],
  ['per', 'fas'],
  ['rum', 'ron'],
  ['slo', 'slk'],
  ['tib', 'bod'],
  ['wel', 'cym'],
];
const TERMINOLOGICAL: ReadonlyMap<string, string> = new Map(TWINS);

/**
 * Which of a file's sound tracks is aired, counted from 0: one made for few (a commentary, a description) only when there is no other; of the others one in the station's language, if there is
 * any; of those the one that its maker marked as the usual one, or else the first.
 * @param tracks the lines in which FFmpeg tells of them
 * @param language ISO 639-2; null: any
 */
export function chooseSoundTrack(tracks: readonly string[], language: string | null): number {
  const ranked = tracks.map((line, index) => ({ index, rank: rankOf(line, language) }));
  return ranked.reduce((best, other) => (other.rank > best.rank ? other : best), { index: 0, rank: -1 }).index;
}

/** The more of what matters most, the higher. */
function rankOf(line: string, language: string | null): number {
  const isForFew = /\((comment|visual impaired|hearing impaired)\)/.test(line);
  const isOurs =
    language !== null && sameCode(/^\s*Stream #0:\d+(?:\[0x[0-9a-f]+\])?\(([a-z]{3})\)/.exec(line)?.[1] ?? '') === sameCode(language);
  return (isForFew ? 0 : 4) + (isOurs ? 2 : 0) + (line.includes('(default)') ? 1 : 0);
}

function sameCode(language: string): string {
  return TERMINOLOGICAL.get(language) ?? language;
}
