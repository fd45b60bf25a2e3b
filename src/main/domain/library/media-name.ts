/** Which part of a series a file's name says it is. */
export interface EpisodeName {
  readonly series: string;
  readonly season: number;
  readonly episode: number;
}

/** What a file's name tells about what is in it. */
export interface MediaName {
  /** For people: never empty, one line, at most 200 characters. */
  readonly title: string;
  readonly episode: EpisodeName | null;
}

const TITLE_LIMIT = 200;
const EPISODE = /^(?<series>.*?)[\s\-–]*\bS(?<season>\d{1,4})[\s.-]?E(?<episode>\d{1,4})\b[\s\-–]*(?<title>.*)$/i;

/**
 * Reads a title, and the episode where it is named as `Show S01E02 Title.mkv`, from a file's name.
 * Dots and underscores are read as spaces when the name has no others.
 */
export function readMediaName(fileName: string): MediaName {
  const words = spaced(withoutExtension(fileName));
  const match = EPISODE.exec(words)?.groups;
  const series = match?.series?.trim() ?? '';
  if (!match || series === '') return { title: titled(words), episode: null };
  const season = Number(match.season);
  const episode = Number(match.episode);
  const number = `S${String(season).padStart(2, '0')}E${String(episode).padStart(2, '0')}`;
  return { title: titled(`${series} ${number} ${match.title ?? ''}`), episode: { series: titled(series), season, episode } };
}

function withoutExtension(fileName: string): string {
  return fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '');
}

function spaced(name: string): string {
  // Line breaks, tabs and other control characters are legal in file names and spoil every list they are shown in.
  const oneLine = name.normalize('NFC').replaceAll(/\p{C}+/gu, (found) => (/\p{Cc}/u.test(found) ? ' ' : found));
  return / /.test(oneLine) ? oneLine : oneLine.replaceAll(/[._]+/g, ' ');
}

function titled(words: string): string {
  const title = [...words.replaceAll(/\s+/g, ' ').trim()].slice(0, TITLE_LIMIT).join('').trim();
  return title === '' ? 'Untitled' : title;
}
