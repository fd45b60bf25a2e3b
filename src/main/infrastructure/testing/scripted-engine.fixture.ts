import { createHash } from 'node:crypto';
import type { AS_RUN_REASONS } from '../../../shared/contract/index.ts';
import type {
  Evidence,
  EvidenceBody,
  LinkMethod,
  LinkParams,
  LinkResult,
  Rundown,
  RundownItem,
} from '../../../shared/engine-protocol/index.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import type { Engine, EngineListener } from '../../application/ports/engine.ts';
import { type Answer, granted, refused } from '../../application/refusal.ts';
import { itemAt, itemEnd, mergeLoad, resumeInterrupted, skipNext, takeNext } from '../../domain/playout/index.ts';

/** An engine that a test plays by hand: it keeps a rundown and a journal by the real rules and airs nothing. */
export class ScriptedEngine implements Engine {
  frame: Frames;
  rundown: Rundown = { revision: 0, items: [], filler: [] };
  records: Evidence[] = [];
  /** The evidence at which this engine changed its rundown last. */
  #changedAtSeq = 0;
  #airingId = '';
  #override: { readonly since: Frames; readonly interrupted: RundownItem | null; readonly items: readonly RundownItem[] } | null = null;
  readonly #listeners = new Set<EngineListener>();

  constructor(frame: Frames) {
    this.frame = frame;
  }

  write(body: EvidenceBody): void {
    const prevHash = this.records.at(-1)?.hash ?? '';
    const seq = this.records.length + 1;
    const at = new Date(0).toISOString();
    const hash = createHash('sha256')
      .update(`${prevHash}${JSON.stringify({ seq, body })}`)
      .digest('hex');
    this.records.push({ seq, at, body, prevHash, hash });
    for (const listener of this.#listeners) listener.evidenceWritten(seq);
  }

  /** Airs what the rundown has at `from` until another frame, with its evidence. */
  air(from: number, until: number): void {
    const item = itemAt(this.rundown, from as Frames);
    this.start(from, item);
    this.end(until, 'aired', 'as-planned');
  }

  readonly call = async <M extends LinkMethod>(method: M, params: LinkParams<M>): Promise<Answer<LinkResult<M>>> =>
    this.#answer(method, params) as Answer<LinkResult<M>>;

  readonly isConnected = (): boolean => true;
  readonly lastStatus = (): null => null;
  readonly addresses = (): null => null;

  readonly listen = (listener: EngineListener): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  #answer(method: LinkMethod, params: unknown): Answer<unknown> {
    if (method === 'readEvidence') {
      const { after, limit } = params as LinkParams<'readEvidence'>;
      return granted({ records: this.records.filter(({ seq }) => seq > after).slice(0, limit) });
    }
    if (method === 'status') return granted({ evidenceSeq: this.records.length });
    if (method === 'load') return this.#load(params as LinkParams<'load'>);
    if (method === 'take') return this.#take((params as LinkParams<'take'>).cause);
    if (method === 'skip') return this.#skip((params as LinkParams<'skip'>).cause);
    if (method === 'arm') return granted({});
    if (method === 'breaking') return this.#breakIn(params as LinkParams<'breaking'>);
    if (method === 'return') return this.#return(params as LinkParams<'return'>);
    return refused('ENGINE_UNREACHABLE', `This engine knows no ${method}`);
  }

  #load({ rundown, basedOnSeq }: LinkParams<'load'>): Answer<unknown> {
    if (basedOnSeq < this.#changedAtSeq) return refused('STALE_REVISION', 'The rundown was changed on air');
    this.rundown = mergeLoad(this.rundown, rundown, this.frame);
    return granted({ revision: rundown.revision });
  }

  #take(cause: string): Answer<unknown> {
    const result = takeNext(this.rundown, this.frame);
    if (result === null) return refused('NOTHING_TO_TAKE', 'Nothing comes next');
    const { frame } = this;
    this.end(frame, 'partial', 'operator-take');
    this.rundown = result.rundown;
    this.write({ type: 'taken', frame, itemId: result.taken.id, shiftFrames: result.shiftFrames, cause });
    this.#changedAtSeq = this.records.length;
    this.start(frame, result.taken);
    return granted({ frame });
  }

  #skip(cause: string): Answer<unknown> {
    const result = skipNext(this.rundown, this.frame);
    if (result === null) return refused('NOTHING_TO_TAKE', 'Nothing comes next');
    const { skipped: item, shiftFrames, rundown } = result;
    this.rundown = rundown;
    this.write({ type: 'skipped', frame: this.frame, item, shiftFrames, cause });
    this.#changedAtSeq = this.records.length;
    return granted({ frame: this.frame });
  }

  #breakIn({ source, cause, note }: LinkParams<'breaking'>): Answer<unknown> {
    if (source.type !== 'file') return refused('NOT_CUED', 'This engine breaks in with clips alone');
    const { frame } = this;
    const { title, kind, assetId, houseId, durationFrames } = source;
    const place = { id: `break-in-${frame}`, startFrame: frame, durationFrames, startMode: 'manual' as const };
    const item: RundownItem = { ...place, title, kind, assetId, houseId, source: source.source };
    const interrupted = itemAt(this.rundown, frame);
    this.#override = { since: frame, interrupted, items: this.rundown.items };
    this.write({ type: 'breaking', frame, item, note, cause });
    this.end(frame, 'partial', 'operator-breaking', `${cause}: ${note}`);
    this.start(frame, item, 'operator-breaking', `${cause}: ${note}`);
    return granted({ frame });
  }

  /** Comes back by `resume` alone. */
  #return({ policy, cause }: LinkParams<'return'>): Answer<unknown> {
    const override = this.#override;
    if (override === null || policy !== 'resume') return refused('NOT_OVERRIDDEN', 'The rundown is on air already');
    const { frame } = this;
    const { since, interrupted, items } = override;
    const passed = items.filter((item) => itemEnd(item) > since && itemEnd(item) <= frame);
    this.rundown = resumeInterrupted(this.rundown, { since, interrupted, passed }, frame);
    this.#override = null;
    this.end(frame, 'partial', 'operator-return', cause);
    this.write({ type: 'returned', frame, cause, policy, since, interruptedId: interrupted?.id ?? null });
    this.#changedAtSeq = this.records.length;
    this.start(frame, itemAt(this.rundown, frame));
    return granted({ frame });
  }

  /** The evidence of an airing's first frame. */
  start(frame: number, item: RundownItem | null, because: 'as-planned' | 'operator-breaking' = 'as-planned', cause = 'schedule'): void {
    this.#airingId = `airing-${this.records.length}`;
    const reason = item === null ? 'nothing-scheduled' : because;
    this.write({ type: 'item-started', airingId: this.#airingId, frame: frames(frame), item, reason, cause });
    this.frame = frames(frame);
  }

  /** The evidence of its end. */
  end(frame: number, outcome: 'aired' | 'partial', reason: (typeof AS_RUN_REASONS)[number], cause = 'schedule'): void {
    const counts = { heldFrames: frames(0), slatedFrames: frames(0) };
    this.write({ type: 'item-ended', airingId: this.#airingId, frame: frames(frame), ...counts, outcome, reason, cause });
    this.frame = frames(frame);
  }
}
