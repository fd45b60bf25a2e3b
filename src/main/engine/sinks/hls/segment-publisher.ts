import { type FrameRate, frames, framesToMs, milliseconds, msToFrames } from '../../../../shared/time/index.ts';
import type { EngineLog } from '../../hub/index.ts';
import { type HlsStorage, isDiskFull } from './hls-storage.ts';
import {
  emptyWindow,
  expiredSegments,
  forgetRetired,
  type HlsSegment,
  type HlsWindow,
  listSegment,
  nameSegment,
  retireOldest,
} from './hls-window.ts';
import type { MasterEntry } from './master-keeper.ts';
import { roundedSeconds, writePlaylist } from './playlist.ts';
import { STATE_NAME, writeState } from './restore-window.ts';
import type { FinishedSegment } from './segment-builder.ts';
import { type HlsFormat, type InitialSegment, SEGMENT_EXTENSIONS } from './segment-format.ts';

/** What viewers ask for. */
export const PLAYLIST_NAME = 'index.m3u8';
/** A live playlist with fewer is no use to a player, so a full disk never takes the last ones. */
const LEAST_LISTED = 3;

/** How and where segments are published. */
export interface PublishingOptions {
  readonly storage: HlsStorage;
  readonly rate: FrameRate;
  readonly segmentSeconds: number;
  readonly windowSegments: number;
  readonly format: HlsFormat;
  readonly master: MasterEntry | null;
  readonly log: EngineLog;
}

/**
 * Puts segments on disk and then into the playlist, one after the other, and removes those that nobody wants any more.
 * The order on disk is segment, state, playlist: whatever moment the engine dies at, the playlist lists only what is there.
 */
export class SegmentPublisher {
  readonly #options: PublishingOptions;
  readonly #restored: HlsWindow | null;
  #windowSegments: number;
  readonly targetSeconds: number;
  #initialWritten: string | null = null;
  #window: HlsWindow | null = null;
  /** Whether the next segment follows one of an earlier engine. */
  #isJoin: boolean;

  /** `restored`: what an earlier engine left, with which the first segment will be joined. */
  constructor(options: PublishingOptions, restored: HlsWindow | null) {
    this.#options = options;
    this.#restored = restored;
    this.#windowSegments = options.windowSegments;
    this.#isJoin = restored !== null;
    const lengths = (restored?.listed ?? []).map((segment) => roundedSeconds(segment, options.rate));
    this.targetSeconds = Math.max(options.segmentSeconds, ...lengths);
  }

  /**
   * Publishes a segment. A full disk costs the oldest segments first.
   * @throws the system's error when that was not enough, or something else is wrong; the same segment may be published again.
   */
  async publish(finished: FinishedSegment): Promise<HlsSegment> {
    const contents = Buffer.concat(finished.pieces);
    this.#window ??= this.#firstWindow(finished);
    for (;;) {
      try {
        return await this.#write(this.#window, finished, contents);
      } catch (error) {
        const smaller: HlsWindow | null = isDiskFull(error) ? await this.#makeRoom(this.#window) : null;
        if (smaller === null) throw error;
        this.#window = smaller;
      }
    }
  }

  /** Lists so many segments from the next one on. */
  list(windowSegments: number): void {
    this.#windowSegments = windowSegments;
  }

  /** What an error that `publish` threw means, in words for an operator. */
  explain(error: unknown): string {
    return this.#options.storage.explain(error);
  }

  async #write(window: HlsWindow, finished: FinishedSegment, contents: Buffer): Promise<HlsSegment> {
    const { startFrame, durationFrames, initialSegment } = finished;
    const { storage, rate, format } = this.#options;
    const map = initialSegment?.name ?? null;
    const made = { startFrame, durationFrames, byteLength: contents.length, isDiscontinuous: this.#isJoin, map };
    const segment = nameSegment(window, made, SEGMENT_EXTENSIONS[format]);
    if (initialSegment !== null) await this.#writeInitial(initialSegment);
    await storage.write(segment.name, contents);
    const next = listSegment(window, segment, this.#windowSegments);
    await storage.write(STATE_NAME, writeState(next, rate));
    await this.#writePlaylist(next);
    await this.#tellMaster(finished);
    this.#isJoin = false;
    this.#window = forgetRetired(next, await this.#remove(expiredSegments(next, this.#windowSegments)));
    return segment;
  }

  async #writePlaylist(window: HlsWindow): Promise<void> {
    const { storage, rate, master } = this.#options;
    await storage.write(master?.playlistName ?? PLAYLIST_NAME, Buffer.from(writePlaylist(window, rate, this.targetSeconds)));
  }

  async #tellMaster({ streamFormat, byteLength, durationFrames }: FinishedSegment): Promise<void> {
    if (streamFormat === null) return;
    await this.#options.master?.tell({ format: streamFormat, byteLength, seconds: framesToMs(durationFrames, this.#options.rate) / 1000 });
  }

  /** Written once for as long as the encoder's ways do not change. */
  async #writeInitial({ name, contents }: InitialSegment): Promise<void> {
    if (this.#initialWritten === name) return;
    await this.#options.storage.write(name, contents);
    this.#initialWritten = name;
  }

  /** Frees disk space: what no playlist lists, else the oldest listed segment. Null when nothing can be spared. */
  async #makeRoom(window: HlsWindow): Promise<HlsWindow | null> {
    const candidate = window.retired.length > 0 || window.listed.length <= LEAST_LISTED ? window : retireOldest(window, 1);
    const gone = await this.#remove(candidate.retired);
    if (gone.size === 0) return null;
    this.#options.log.warn('The disk is full; the oldest segments make room', { removed: [...gone] });
    return forgetRetired(candidate, gone);
  }

  /** Removes files. Returns the names of those that are gone; the others are tried again with the next segment. */
  async #remove(segments: readonly HlsSegment[]): Promise<ReadonlySet<string>> {
    const gone = new Set<string>();
    for (const { name } of segments) {
      try {
        await this.#options.storage.remove(name);
        gone.add(name);
      } catch (error) {
        this.#options.log.warn('An old segment can not be removed yet', { name, cause: String(error) });
      }
    }
    return gone;
  }

  /**
   * The window that the first segment goes into: what was restored, as far as it is not older than the window is long. Without any,
   * numbers start from the segment's place on the channel's grid, so that they don't run backwards even if the folder was lost.
   */
  #firstWindow(first: FinishedSegment): HlsWindow {
    const { rate, segmentSeconds } = this.#options;
    const segmentFrames = Math.max(1, msToFrames(milliseconds(segmentSeconds * 1000), rate));
    if (this.#restored === null) return emptyWindow(Math.floor(Math.max(0, first.startFrame) / segmentFrames));
    const oldest = frames(first.startFrame - this.#windowSegments * segmentFrames);
    return retireOldest(this.#restored, this.#restored.listed.filter((segment) => segment.startFrame < oldest).length);
  }
}
