import type { Asset, MediaFile } from '../../../shared/contract/index.ts';
import { parseFrameRate } from '../../../shared/time/index.ts';
import type { BadgeLook } from '../../ui/status-badge.tsx';

/** The format of a media file in a line: `1920×1080 · 25 fps · H.264 · AAC stereo`. */
export function formatText(media: MediaFile): string {
  const size = media.width !== null && media.height !== null ? [`${media.width}×${media.height}`] : [];
  const rate = media.frameRate === null ? [] : [`${rateText(media.frameRate)} fps`];
  const video = media.videoCodec === null ? ['no picture'] : [codecText(media.videoCodec)];
  const audio = media.audioCodec === null ? 'no sound' : soundText(media.audioCodec, media.audioChannels);
  return [...size, ...rate, ...video, audio].join(' · ');
}

/** Codecs whose names are not FFmpeg's in capitals. */
const CODEC_NAMES: Readonly<Record<string, string>> = {
  h264: 'H.264',
  mpeg1video: 'MPEG-1',
  mpeg2video: 'MPEG-2',
  mpeg4: 'MPEG-4',
  prores: 'ProRes',
  dnxhd: 'DNxHD',
  mjpeg: 'Motion JPEG',
  opus: 'Opus',
  vorbis: 'Vorbis',
  ac3: 'AC-3',
  eac3: 'E-AC-3',
};

/** A codec for people: `H.264`, `HEVC`. */
function codecText(codec: string): string {
  return CODEC_NAMES[codec] ?? (codec.startsWith('pcm_') ? 'PCM' : codec.toUpperCase());
}

function soundText(codec: string, channels: number | null): string {
  if (channels === null) return codecText(codec);
  return `${codecText(codec)} ${['', 'mono', 'stereo'][channels] ?? `${channels} channels`}`;
}

/** A frame rate for people: `29.97`, `25`. */
function rateText(rate: string): string {
  const { num, den } = parseFrameRate(rate);
  return den === 1 ? String(num) : (num / den).toFixed(2);
}

/** What an asset's badge says, how it looks, and what it means. */
export interface LifecycleBadge {
  readonly word: string;
  readonly look: BadgeLook;
  readonly meaning: string;
}

/** The badge of an asset's lifecycle. An asset that is ready but not approved does not air, so its badge says that first. */
export function lifecycleBadge(asset: Pick<Asset, 'lifecycle' | 'isApproved'>): LifecycleBadge {
  switch (asset.lifecycle) {
    case 'new':
      return { word: 'NEW', look: 'outline', meaning: 'Waits for its first look' };
    case 'enriching':
      return {
        word: 'HELD BACK',
        look: 'problem',
        meaning: 'Something in it is black, still or silent for long: cut it out, or say that it is meant so',
      };
    case 'ready':
      return asset.isApproved
        ? { word: 'READY', look: 'outline', meaning: 'May air' }
        : { word: 'NOT APPROVED', look: 'problem', meaning: 'Ready, but not approved for air' };
    case 'retired':
      return { word: 'RETIRED', look: 'played', meaning: 'Does not air any more' };
  }
}
