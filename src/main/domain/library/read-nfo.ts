/** The roots of Kodi's .nfo files: a film, an episode, anything else with a picture. */
const ROOT = /<(movie|episodedetails|tvshow|musicvideo|video)\b[^>]*>([\s\S]*?)<\/\1>/i;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads what an .nfo file says into the fields of the API; null when it is none. Of several episodes in one file the first is read.
 * Only what is looked for is read; nothing is ever fetched or expanded.
 */
export function readNfo(text: string): Readonly<Record<string, unknown>> | null {
  const body = ROOT.exec(text)?.[2];
  if (body === undefined) return null;
  const actors = all(body, 'actor').flatMap((actor) => all(actor, 'name'));
  const plain = body.replaceAll(/<(actor|fileinfo|ratings|uniqueid)\b[^>]*>[\s\S]*?<\/\1>/gi, '');
  const first = (name: string) => all(plain, name)[0];
  const lists = { genres: split(all(plain, 'genre')), tags: all(plain, 'tag'), people: [...all(plain, 'director'), ...actors] };
  const single = {
    title: first('title'),
    series: first('showtitle'),
    season: numberOf(first('season')),
    episode: numberOf(first('episode')),
    year: numberOf(first('year') ?? (first('premiered') ?? first('aired'))?.slice(0, 4)),
    contentRating: first('mpaa'),
    notes: first('plot'),
  };
  const told = [...Object.entries(single), ...Object.entries(lists).filter(([, values]) => values.length > 0)];
  return Object.fromEntries(told.filter(([, value]) => value !== undefined));
}

function all(xml: string, name: string): readonly string[] {
  const matches = xml.matchAll(new RegExp(`<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`, 'gi'));
  return [...matches].map((match) => textOf(match[1] ?? '')).filter((text) => text !== '');
}

function textOf(xml: string): string {
  const data = /^\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*$/.exec(xml)?.[1];
  return (data ?? xml.replaceAll(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => entity(name) ?? whole)).trim();
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name];
  const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** Kodi writes several genres into one element as well. */
function split(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.split(/\s*[/|]\s*/)).filter((text) => text !== '');
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
