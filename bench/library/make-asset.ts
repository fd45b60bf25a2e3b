import { join } from 'node:path';
import { type Asset, type AssetId, assetId, formatHouseId, housePrefix } from '../../src/main/domain/library/index.ts';
import { ASSET_KINDS, type AssetKind } from '../../src/shared/contract/index.ts';
import { decibels, type Milliseconds, milliseconds } from '../../src/shared/time/index.ts';

const DAY_MS = 86_400_000;
const SYLLABLES =
  'ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu ra re ri ro ru sa se si so su ta te ti to tu'.split(
    ' ',
  );
const GENRES = ['drama', 'news', 'sport', 'music', 'comedy', 'nature', 'history', 'children', 'science', 'talk'];
const LANGUAGES = ['en', 'de', 'fr', 'pt-BR', 'ja', 'ar'];
const RATINGS = ['G', 'PG', '12', '16', '18'];

/** Two of three are programmes, as in a real library; the rest is spread over the other kinds. */
function kindAt(number: number): AssetKind {
  return number % 3 === 0 ? (ASSET_KINDS[1 + ((number / 3) % (ASSET_KINDS.length - 1))] ?? 'promo') : 'programme';
}

/** The id of the asset of a number, from 1 on. */
export function assetIdAt(number: number): AssetId {
  return assetId(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
}

/**
 * The asset of a number in the made-up library: the same for the same random numbers. Words come from a vocabulary of thousands, a few of
 * them often and most of them seldom, as people's do.
 * @param folder where its file is said to be
 */
export function makeAsset(number: number, random: () => number, folder: string, now: Milliseconds): Asset {
  const kind = kindAt(number);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const word = () => vocabularyWord(Math.floor(random() ** 3 * 4_000));
  const title = Array.from({ length: 2 + Math.floor(random() * 3) }, word).join(' ');
  const isSpot = kind === 'commercial';
  const hasEnd = random() < 0.3;
  return {
    id: assetIdAt(number),
    kind,
    title: `${title[0]?.toUpperCase()}${title.slice(1)}`,
    houseId: formatHouseId(housePrefix(kind), number),
    lifecycle: random() < 0.98 ? 'ready' : 'retired',
    isApproved: random() < 0.97,
    gainDb: decibels(-Math.round(random() * 60) / 10),
    importedAt: milliseconds(now - Math.floor(random() * 2000) * DAY_MS),
    lastAiredAt: random() < 0.6 ? milliseconds(now - Math.floor(random() * 400) * DAY_MS) : null,
    details: {
      series: kind === 'programme' && random() < 0.7 ? `${word()} ${word()}` : null,
      season: 1 + Math.floor(random() * 9),
      episode: 1 + Math.floor(random() * 24),
      year: 1960 + Math.floor(random() * 66),
      genres: [pick(GENRES), ...(random() < 0.3 ? [pick(GENRES)] : [])],
      tags: Array.from({ length: Math.floor(random() * 4) }, word),
      people: Array.from({ length: Math.floor(random() * 3) }, () => `${word()} ${word()}`),
      contentRating: pick(RATINGS),
      language: pick(LANGUAGES),
      advertiser: isSpot ? `${word()} & Co` : null,
      category: isSpot ? word() : null,
      rightsFrom: null,
      rightsUntil: hasEnd ? milliseconds(now + Math.floor((random() - 0.1) * 2000) * DAY_MS) : null,
      notes: '',
    },
    inFrame: null,
    outFrame: null,
    revision: 1,
    missingSince: null,
    binnedAt: null,
    flaws: [],
    intendedFlaws: [],
    media: mediaAt(join(folder, `${Math.floor(number / 500)}`, `${title.replaceAll(' ', '.')}.${number}.mp4`), number, random),
  };
}

function vocabularyWord(number: number): string {
  const at = (digit: number) => SYLLABLES[Math.floor(number / SYLLABLES.length ** digit) % SYLLABLES.length] ?? '';
  return `${at(0)}${at(1)}${at(2)}${number % 3 === 0 ? 'n' : ''}`;
}

function mediaAt(path: string, number: number, random: () => number): Asset['media'] {
  return {
    path,
    sizeBytes: 1 + (number % 1000),
    modifiedAt: milliseconds(1_700_000_000_000 + number),
    fingerprint: `${number.toString(16).padStart(16, '0')}${'0'.repeat(48)}`,
    container: 'mov,mp4,m4a,3gp,3g2,mj2',
    duration: milliseconds(Math.ceil(random() ** 2 * 5_400) * 1000),
    picture: {
      codec: 'h264',
      width: 1920,
      height: 1080,
      pixelAspect: { num: 1, den: 1 },
      nominalRate: { num: 25, den: 1 },
      averageRate: { num: 25, den: 1 },
      isInterlaced: false,
      rotationDegrees: 0,
    },
    sound: { codec: 'aac', channels: 2, sampleRateHz: 48_000 },
    loudness: { integratedLufs: -22, truePeakDb: decibels(-3) },
  };
}
