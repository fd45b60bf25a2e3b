import type { MarkedAsset } from '../../../shared/contract/index.ts';
import { decibels, frames, milliseconds } from '../../../shared/time/index.ts';

/** A programme of four seconds at 25 frames a second, ready for air; for tests. */
export function sampleAsset(differences: Partial<MarkedAsset>): MarkedAsset {
  const media = { path: '/media/rivers.mp4', sizeBytes: 1, container: 'mp4', videoCodec: 'h264', width: 1920, height: 1080 };
  const about = { series: null, season: null, episode: null, year: null, genres: [], tags: [], people: [] };
  const rights = { contentRating: null, language: null, advertiser: null, category: null, rightsFrom: null, rightsUntil: null };
  return {
    ...{ id: 'a', kind: 'programme', title: 'Slow Rivers', houseId: 'PRG-000001', lifecycle: 'ready', isApproved: true },
    ...{ durationMs: milliseconds(4000), durationFrames: frames(100), gainDb: decibels(0), importedAt: '2026-03-01T20:00:00.000Z' },
    media: { ...media, frameRate: '25/1', audioCodec: 'aac', audioChannels: 2, durationMs: milliseconds(4000) },
    ...{ lastAiredAt: null, inFrame: null, outFrame: null, notes: '', revision: 1, binnedAt: null, badges: [], flaws: [] },
    ...{ breaks: [], suggestedBreaks: [], chapters: [] },
    ...about,
    ...rights,
    ...differences,
  };
}
