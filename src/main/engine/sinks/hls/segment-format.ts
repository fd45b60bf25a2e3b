import { createHash } from 'node:crypto';
import { type Burst, type StreamFormat, StreamFormatReader } from '../../hub/index.ts';
import { dateFragment, FragmentPackager } from '../preview/index.ts';

/** What segments are made of: MPEG-TS as it leaves the hub, or fragmented MP4 (RFC 8216, 3.2 and 3.3). */
export type HlsFormat = 'ts' | 'fmp4';

/** What players read ahead of fragmented MP4 (RFC 8216, 3.3: Media Initialization Section). Its name changes with its contents. */
export interface InitialSegment {
  readonly name: string;
  readonly contents: Buffer;
}

/** Writes bursts as parts of a segment. */
export interface SegmentWriter {
  /** The bytes of a burst, in whole pieces. */
  write(burst: Burst): readonly Buffer[];
  /** What goes ahead of all that was written since the last key frame; null: nothing has to, or it is not known yet. */
  initialSegment(): InitialSegment | null;
  /** What was written since the last key frame is; null: it is not known yet. */
  streamFormat(): StreamFormat | null;
}

/** What segments of each format are called at the end of their names. */
export const SEGMENT_EXTENSIONS: Readonly<Record<HlsFormat, string>> = { ts: 'ts', fmp4: 'm4s' };

/** A writer of one format. */
export function segmentWriter(format: HlsFormat): SegmentWriter {
  return format === 'ts' ? new TransportWriter() : new FragmentWriter();
}

/** MPEG-TS goes on as it comes. */
class TransportWriter implements SegmentWriter {
  readonly #reader = new StreamFormatReader();

  write(burst: Burst): readonly Buffer[] {
    this.#reader.learn(burst);
    return burst.packets;
  }

  initialSegment(): null {
    return null;
  }

  streamFormat(): StreamFormat | null {
    return this.#reader.format;
  }
}

/** Each picture, and each piece of sound, is a fragment that carries its own time: nothing is left to do when a segment ends. */
class FragmentWriter implements SegmentWriter {
  readonly #packager = new FragmentPackager();
  #latest: { readonly of: object; readonly segment: InitialSegment } | null = null;

  write(burst: Burst): readonly Buffer[] {
    const fragment = this.#packager.package(burst);
    return fragment === null ? [] : [dateFragment(fragment, fragment.decodeTime)];
  }

  initialSegment(): InitialSegment | null {
    const { format } = this.#packager;
    if (format === null) return null;
    if (this.#latest?.of !== format) {
      const contents = format.initialSegment;
      const digest = createHash('sha256').update(contents).digest('hex').slice(0, 16);
      this.#latest = { of: format, segment: { name: `init-${digest}.mp4`, contents } };
    }
    return this.#latest.segment;
  }

  streamFormat(): StreamFormat | null {
    return this.#packager.format?.stream ?? null;
  }
}
