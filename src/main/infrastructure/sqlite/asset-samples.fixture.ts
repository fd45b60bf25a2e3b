import { decibels, milliseconds } from '../../../shared/time/index.ts';
import { type Asset, assetId, NO_DETAILS } from '../../domain/library/index.ts';

/** An asset like no other, by its number. For tests. */
export function sampleAsset(number: number, changes: Partial<Asset> = {}): Asset {
  return {
    id: assetId(`asset-${number}`),
    kind: 'programme',
    title: `Title ${number}`,
    houseId: `PRG-${String(number).padStart(6, '0')}`,
    lifecycle: 'ready',
    isApproved: true,
    gainDb: decibels(-1.5),
    importedAt: milliseconds(1_700_000_000_000 + number),
    lastAiredAt: null,
    details: NO_DETAILS,
    inFrame: null,
    outFrame: null,
    revision: 1,
    missingSince: null,
    binnedAt: null,
    flaws: [],
    intendedFlaws: [],
    media: {
      path: `/media/file ${number}.mp4`,
      sizeBytes: 1000 + number,
      modifiedAt: milliseconds(1_600_000_000_000),
      fingerprint: `print-${number}`,
      container: 'mov,mp4,m4a,3gp,3g2,mj2',
      duration: milliseconds(10_010),
      picture: {
        codec: 'h264',
        width: 1280,
        height: 720,
        pixelAspect: { num: 1, den: 1 },
        nominalRate: { num: 30000, den: 1001 },
        averageRate: null,
        isInterlaced: true,
        rotationDegrees: 90,
      },
      sound: { codec: 'aac', channels: 2, sampleRateHz: 48000 },
      loudness: { integratedLufs: -21.5, truePeakDb: decibels(-3) },
    },
    ...changes,
  };
}
