import type { PlaylogEdit, PlaylogEdited } from '../../../shared/contract/playlog-edits.ts';
import {
  type Frames,
  firstFrameFrom,
  frameOnAirAt,
  frames,
  type Milliseconds,
  milliseconds,
  msToFrames,
} from '../../../shared/time/index.ts';
import { broadcastDay } from '../../../shared/time/station-calendar.ts';
import { type Asset, assetId } from '../../domain/library/index.ts';
import {
  applyEdits,
  type EditAsset,
  type PlaylogDifference,
  type PlaylogItem,
  playlogDifference,
  turnChange,
} from '../../domain/playlog/index.ts';
import { defaultPlan } from '../../domain/schedule/index.ts';
import type { Channel } from '../channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdGenerator } from '../ports/ids.ts';
import type { StationEvents } from '../ports/station-events.ts';
import type { StationInputs } from '../ports/station-inputs.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import { type Answer, granted, type Refusal, refused } from '../refusal.ts';
import { editAssetOf } from './edit-asset-of.ts';
import { writeDifference } from './write-difference.ts';

/** Nobody changes what comes in less than this: it is being cued. */
const HARD_LOCK_MS = milliseconds(5_000);
const FILLERS = 50;

/** What is said of a change inside the lock window. */
export const LOCKED = 'That is in the lock window: only the air controls change it now';

/** What editing needs. */
export interface EditPlaylogDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly events: StationEvents;
  readonly channel: Channel;
  readonly inputs: StationInputs;
  /** The lock window: its soft length; the hard one is five seconds. */
  readonly rules: { readonly lockWindow: Milliseconds };
}

/** A person's order to change the playlog. */
export interface EditOrder {
  readonly revision: number;
  readonly edits: readonly PlaylogEdit[];
  readonly overrideSoftLock: boolean;
  readonly by: string;
}

/** Changes the playlog as a person says, altogether or not at all, and takes such changes back. Each is a revision of its own. */
export class EditPlaylog {
  readonly #to: EditPlaylogDependencies;

  constructor(dependencies: EditPlaylogDependencies) {
    this.#to = dependencies;
  }

  /** Refused as STALE_REVISION, as LOCKED, or naming the edit at fault. */
  readonly edit = (order: EditOrder): Promise<Answer<PlaylogEdited>> =>
    this.#run(async (repositories, now) => {
      if ((await repositories.playlog.revision()) !== order.revision)
        return refused('STALE_REVISION', 'The playlog was changed in between');
      const items = await repositories.playlog.listFrom(now);
      const edited = applyEdits(order.edits, await this.#context(repositories, items, order));
      if (!edited.ok) return edited;
      const lock = order.overrideSoftLock ? HARD_LOCK_MS : this.#to.rules.lockWindow;
      const difference = playlogDifference(items, edited.items);
      const revision = await this.#change(repositories, { ...difference, lockEnd: this.#after(now, lock) });
      if (typeof revision !== 'number') return revision;
      await repositories.playlogEdits.add({ ...difference, revision, by: order.by, at: this.#to.clock.now() });
      return granted({ revision, dropped: named(edited.dropped) });
    });

  /** Takes the latest change back, as long as what it put there still stands. */
  readonly undo = (): Promise<Answer<PlaylogEdited>> => this.#turn(true);

  /** Does again what was taken back last. */
  readonly redo = (): Promise<Answer<PlaylogEdited>> => this.#turn(false);

  #turn(isUndo: boolean): Promise<Answer<PlaylogEdited>> {
    return this.#run(async (repositories, now) => {
      const { playlog, playlogEdits } = repositories;
      const recorded = await (isUndo ? playlogEdits.lastDone() : playlogEdits.lastUndone());
      if (recorded === null) return refused('NOT_FOUND', isUndo ? 'There is nothing to undo' : 'There is nothing to do again');
      const items = await playlog.listFrom(now);
      const { before, after } = recorded;
      const filling = { fill: await this.#fill(repositories), newId: () => this.#to.ids.next() };
      const turned = turnChange(items, isUndo ? { goes: after, comes: before } : { goes: before, comes: after }, filling);
      if (turned === null) return refused('STALE_REVISION', 'The playlog was changed there since');
      const difference = playlogDifference(items, turned.items);
      const revision = await this.#change(repositories, { ...difference, lockEnd: this.#after(now, this.#to.rules.lockWindow) });
      if (typeof revision !== 'number') return revision;
      await playlogEdits.setUndone(recorded.seq, isUndo);
      return granted({ revision, dropped: named(turned.dropped) });
    });
  }

  async #run(work: (repositories: Repositories, now: Frames) => Promise<Answer<PlaylogEdited>>): Promise<Answer<PlaylogEdited>> {
    const { unitOfWork, clock, channel, events } = this.#to;
    const answer = await unitOfWork.run((repositories) => work(repositories, frameOnAirAt(clock.now(), channel.rate)));
    if (answer.ok) events.publish({ type: 'playlog-changed', revision: answer.value.revision });
    return answer;
  }

  async #change({ playlog }: Repositories, change: PlaylogDifference & { readonly lockEnd: Frames }): Promise<number | Refusal> {
    if (change.firstFrame !== null && change.firstFrame < change.lockEnd) return refused('LOCKED', LOCKED);
    return writeDifference(playlog, change);
  }

  async #context(repositories: Repositories, items: readonly PlaylogItem[], { edits, by }: EditOrder) {
    const { channel, ids, inputs } = this.#to;
    const named = [...edits.flatMap((edit) => ('assetId' in edit ? (edit.assetId ?? []) : [])), ...trimmedAssets(edits, items)];
    const assets = await readAssets(repositories, named, channel);
    const { plan } = (await repositories.plan.get()) ?? { plan: defaultPlan(channel.zone) };
    const fill = await this.#fill(repositories);
    return {
      items,
      by,
      fill,
      newId: () => ids.next(),
      assetOf: (id: string) => assets.get(id) ?? null,
      inputOf: (id: string) => inputs.list().find((input) => input.id === id && input.enabled) ?? null,
      frameAt: (instant: string) => firstFrameFrom(milliseconds(Date.parse(instant)), channel.rate),
      endOfDay: (date: string) => firstFrameFrom(broadcastDay(plan, date).endsAt, channel.rate),
    };
  }

  async #fill({ assets }: Repositories): Promise<readonly EditAsset[]> {
    const { rate } = this.#to.channel;
    const found = [...(await assets.listAirableOfKind('filler', FILLERS)), ...(await assets.listAirableOfKind('promo', FILLERS))];
    const all = found.map(({ duration, ...asset }) => ({ ...asset, inFrame: frames(0), durationFrames: msToFrames(duration, rate) }));
    return all.filter(({ durationFrames }) => durationFrames > 0);
  }

  #after(now: Frames, length: Milliseconds): Frames {
    return frames(now + msToFrames(length, this.#to.channel.rate));
  }
}

function named(items: readonly PlaylogItem[]): PlaylogEdited['dropped'] {
  return items.map(({ id, title }) => ({ id, title }));
}

function trimmedAssets(edits: readonly PlaylogEdit[], items: readonly PlaylogItem[]): readonly string[] {
  const trimmed = new Set(edits.flatMap((edit) => (edit.op === 'trim' ? edit.itemId : [])));
  return items.flatMap(({ id, assetId: asset }) => (trimmed.has(id) && asset !== null ? asset : []));
}

async function readAssets({ assets }: Repositories, ids: readonly string[], { rate }: Channel): Promise<ReadonlyMap<string, EditAsset>> {
  const found = new Map<string, EditAsset>();
  for (const id of new Set(ids)) {
    const asset: Asset | null = await assets.get(assetId(id));
    const editable = asset === null ? null : editAssetOf(asset, rate);
    if (editable !== null) found.set(id, editable);
  }
  return found;
}
