import type { BreakInSource } from '../../../shared/contract/air.ts';
import type { OverrideSource, ReturnPolicy } from '../../../shared/engine-protocol/index.ts';
import { type Frames, frames, framesToMs, msToFrames } from '../../../shared/time/index.ts';
import { type Asset, assetId, ownRate } from '../../domain/library/index.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { type Answer, granted, refused } from '../refusal.ts';
import { type AirCommandDependencies, commandAir, type Done } from './air-commands.ts';

/** What breaking in needs. */
export interface BreakInDependencies extends AirCommandDependencies {
  readonly unitOfWork: UnitOfWork;
}

/** An operator's wish to break in. `returnBy`: how to come back when the source ends by itself. */
export interface BreakInRequest {
  readonly source: BreakInSource;
  readonly reason: string;
  readonly returnBy: ReturnPolicy;
}

/**
 * Airs something over the schedule. The library is asked for a clip's file alone, and once: live inputs and the slate work without database and planner, and the engine does the rest by
 * itself.
 */
export class BreakIn {
  readonly #to: BreakInDependencies;

  constructor(dependencies: BreakInDependencies) {
    this.#to = dependencies;
  }

  /** Has the engine open a source, so that it can be switched to at once; null lets go of it. Refused as NOT_FOUND or ENGINE_UNREACHABLE. */
  readonly arm = async (source: BreakInSource | null): Promise<Answer<Record<string, never>>> => {
    const found = source === null ? granted(null) : await this.#resolve(source);
    return found.ok ? this.#to.engine.call('arm', { source: found.value }) : found;
  };

  /** Refused as NOT_FOUND, NOT_CUED, LOCKED (another command is under way) or ENGINE_UNREACHABLE. @param by who broke in, for the as-run log */
  readonly run = async ({ source, reason, returnBy }: BreakInRequest, by: string): Promise<Answer<Done>> => {
    const found = await this.#resolve(source);
    return found.ok ? commandAir('breaking', { source: found.value, cause: by, note: reason, returnBy }, this.#to) : found;
  };

  async #resolve(source: BreakInSource): Promise<Answer<OverrideSource>> {
    if (source.type !== 'clip') return granted(source);
    const asset = await this.#to.unitOfWork.run(({ assets }) => assets.get(assetId(source.assetId)));
    if (asset === null) return refused('NOT_FOUND', 'There is no such asset');
    return granted(this.#clipOf(asset));
  }

  /** The part of an asset between its in and out point, at the loudness of the channel. */
  #clipOf(asset: Asset): OverrideSource {
    const { id, title, kind, houseId, media, gainDb, inFrame: from, outFrame: until } = asset;
    const { rate } = this.#to.channel;
    const toChannel = (own: Frames): Frames => msToFrames(framesToMs(own, ownRate(media.picture)), rate);
    const whole = msToFrames(media.duration, rate);
    const inFrame = from === null ? frames(0) : toChannel(from);
    const end = until === null ? whole : Math.min(whole, toChannel(until));
    return {
      type: 'file',
      source: { type: 'file', path: media.path, inFrame, hasPicture: media.picture !== null, hasSound: media.sound !== null, gainDb },
      durationFrames: frames(Math.max(1, end - inFrame)),
      ...{ title, kind, assetId: id, houseId },
    };
  }
}
