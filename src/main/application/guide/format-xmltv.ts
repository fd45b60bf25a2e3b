/** A programme of the guide. */
export interface GuideEntry {
  /** ISO 8601, UTC, as `Date` writes it. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly title: string;
  readonly subTitle: string | null;
  readonly year: number | null;
  readonly genres: readonly string[];
  readonly season: number | null;
  readonly episode: number | null;
  readonly rating: string | null;
}

/** The channel's id in the guide and in the playlist for players. */
export const GUIDE_CHANNEL_ID = 'perpetua';

/** The guide as XMLTV 0.5, its elements in the order that the DTD asks for. It pauses after each programme: there may be tens of thousands. */
export function* formatXmltv(channelName: string, entries: Iterable<GuideEntry>): Generator<undefined, string> {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE tv SYSTEM "xmltv.dtd">',
    '<tv generator-info-name="Perpetua">',
    `  <channel id="${GUIDE_CHANNEL_ID}"><display-name>${escaped(channelName)}</display-name></channel>`,
  ];
  for (const entry of entries) {
    lines.push(programme(entry).join('\n'));
    yield;
  }
  lines.push('</tv>', '');
  return lines.join('\n');
}

function programme(entry: GuideEntry): readonly string[] {
  return [
    `  <programme start="${xmltvTime(entry.startsAt)}" stop="${xmltvTime(entry.endsAt)}" channel="${GUIDE_CHANNEL_ID}">`,
    `    <title>${escaped(entry.title)}</title>`,
    ...(entry.subTitle === null ? [] : [`    <sub-title>${escaped(entry.subTitle)}</sub-title>`]),
    ...(entry.year === null ? [] : [`    <date>${entry.year}</date>`]),
    ...entry.genres.map((genre) => `    <category>${escaped(genre)}</category>`),
    ...episodeNumber(entry),
    ...(entry.rating === null ? [] : [`    <rating><value>${escaped(entry.rating)}</value></rating>`]),
    '  </programme>',
  ];
}

/** `xmltv_ns` counts seasons and episodes from 0. */
function episodeNumber({ season, episode }: GuideEntry): readonly string[] {
  if (episode === null || episode < 1) return [];
  const seasonText = season === null || season < 1 ? '' : String(season - 1);
  return [`    <episode-num system="xmltv_ns">${seasonText}.${episode - 1}.</episode-num>`];
}

/** `20260301200000 +0000`, to the second. */
function xmltvTime(instant: string): string {
  return `${instant.slice(0, 19).replaceAll(/[-:T]/g, '')} +0000`;
}

/** Text that stands in XML as it is: most titles. */
const PLAIN = /^[ !#-%'-;=?-~]*$/;

function escaped(text: string): string {
  if (PLAIN.test(text)) return text;
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  // Characters that XML 1.0 has no way to write are left out.
  const writable = [...text].filter((character) => character >= ' ' || character === '\t' || character === '\n').join('');
  return writable.replaceAll(/[&<>"]/g, (character) => entities[character] ?? '');
}
