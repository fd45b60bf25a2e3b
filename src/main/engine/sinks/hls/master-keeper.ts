import type { FrameRate } from '../../../../shared/time/index.ts';
import type { StreamFormat } from '../../hub/index.ts';
import type { HlsStorage } from './hls-storage.ts';
import { type HlsVariant, writeMasterPlaylist } from './master-playlist.ts';

/** A size that the channel is to be had in. */
export interface PlannedVariant {
  /** Its media playlist, seen from the master playlist. */
  readonly uri: string;
  readonly videoKbps: number;
  readonly audioKbps: number;
}

/** What a segment on disk tells of its variant. */
export interface VariantSegment {
  readonly format: StreamFormat;
  readonly byteLength: number;
  readonly seconds: number;
}

/** A sink's place in a master playlist. */
export interface MasterEntry {
  /** What the sink's own playlist is called. */
  readonly playlistName: string;
  /** Tells of a segment that is on disk. @throws the storage's error when the list could not be written; it may be told again. */
  tell(segment: VariantSegment): Promise<void>;
}

/** What is known of a variant: what it is by its latest segment, and the most bits a second of all of them. */
interface KnownVariant {
  readonly format: StreamFormat;
  readonly measuredPeak: number;
}

/** How far an encoder goes above its rate for a while, and what the container adds. */
const PEAK = 1.25;
const CONTAINER = 1.08;
/** Peaks that were measured are told in steps, so that the list is not written for every few bits. */
const PEAK_STEP = 50_000;
/** For so many of the first variant's segments the list waits for the others, which have to be made from it. */
const PATIENCE_SEGMENTS = 3;

/** Where a master playlist is kept. */
export interface MasterPlace {
  readonly storage: HlsStorage;
  /** Its file. */
  readonly name: string;
  readonly rate: FrameRate;
  /** How long segments are. */
  readonly targetSeconds: number;
}

/**
 * Keeps the master playlist true: it lists the variants that have segments, with what those are. It is written when all have told, or when the
 * first, which is the channel's own, has waited long enough for the others; and again whenever there is something else to say.
 */
export class MasterKeeper {
  readonly #place: MasterPlace;
  readonly #planned: readonly PlannedVariant[];
  readonly #known = new Map<string, KnownVariant>();
  #ownSegments = 0;
  #written: string | null = null;
  #work: Promise<void> = Promise.resolve();

  /** `planned`: the channel's own first, then the smaller ones. */
  constructor(place: MasterPlace, planned: readonly PlannedVariant[]) {
    this.#place = place;
    this.#planned = planned;
  }

  /** The place of one of the planned variants, whose own playlist is called `playlistName`. */
  entry(uri: string, playlistName: string): MasterEntry {
    return { playlistName, tell: (segment) => this.#hear(uri, segment) };
  }

  async #hear(uri: string, { format, byteLength, seconds }: VariantSegment): Promise<void> {
    const { targetSeconds } = this.#place;
    // A set of segments half as long, or half as long again, still counts (RFC 8216, 4.1: peak segment bit rate).
    const counts = seconds >= targetSeconds / 2 && seconds <= targetSeconds * 1.5;
    const measured = counts ? Math.ceil((byteLength * 8) / seconds / PEAK_STEP) * PEAK_STEP : 0;
    this.#known.set(uri, { format, measuredPeak: Math.max(measured, this.#known.get(uri)?.measuredPeak ?? 0) });
    if (uri === this.#planned[0]?.uri) this.#ownSegments += 1;
    const isTimeToWrite = this.#known.size === this.#planned.length || this.#ownSegments >= PATIENCE_SEGMENTS;
    if (isTimeToWrite) await this.#writeInTurn();
  }

  /** Several sinks tell, but a file is written by one at a time. */
  #writeInTurn(): Promise<void> {
    const turn = this.#work.then(() => this.#write());
    this.#work = turn.catch(() => undefined);
    return turn;
  }

  async #write(): Promise<void> {
    const { storage, name, rate } = this.#place;
    const text = writeMasterPlaylist(
      this.#planned.flatMap((planned) => this.#describe(planned)),
      rate,
    );
    if (text === this.#written) return;
    await storage.write(name, Buffer.from(text));
    this.#written = text;
  }

  #describe({ uri, videoKbps, audioKbps }: PlannedVariant): readonly HlsVariant[] {
    const known = this.#known.get(uri);
    if (known === undefined) return [];
    const bitsAt = (factor: number): number => Math.round((videoKbps * factor + audioKbps) * CONTAINER * 1000);
    const peakBitrate = Math.max(bitsAt(PEAK), known.measuredPeak);
    return [{ uri, format: known.format, peakBitrate, averageBitrate: bitsAt(1) }];
  }
}
