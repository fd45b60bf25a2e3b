import type { PlaylogEdit } from '../../../shared/contract/playlog-edits.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import type { EditAsset, EditInput, Filling } from './edit-asset.ts';
import { endFrame } from './end-frame.ts';
import type { PlaylogItem, StartMode } from './playlog-item.ts';
import { NO_ORIGIN } from './playlog-origin.ts';
import { inLine, settle } from './settle.ts';

/** What edits are applied to, and with what. */
export interface EditContext extends Filling {
  /** The items that end after now, in order; the first one may be on air. */
  readonly items: readonly PlaylogItem[];
  readonly by: string;
  readonly assetOf: (id: string) => EditAsset | null;
  /** The live inputs that are on. */
  readonly inputOf: (id: string) => EditInput | null;
  readonly frameAt: (instant: string) => Frames;
  /** The first frame after the broadcast day of a date. */
  readonly endOfDay: (date: string) => Frames;
}

/** The playlog after the edits, or the edit that can't be, by its place. */
export type Edited =
  | { readonly ok: true; readonly items: readonly PlaylogItem[]; readonly dropped: readonly PlaylogItem[] }
  | { readonly ok: false; readonly code: 'NOT_FOUND' | 'BAD_INPUT'; readonly message: string; readonly field: string };

type Fault = Extract<Edited, { readonly ok: false }>;
type Change = readonly PlaylogItem[] | Fault;
interface Place {
  /** An instant, to which the item is fixed then; or a frame. */
  readonly at?: string | Frames | undefined;
  readonly afterItemId?: string | undefined;
  readonly beforeItemId?: string | undefined;
  readonly endOfDay?: string | undefined;
}

/** Applies edits one after the other. What follows moves along up to the next fixed start; a hole before that is filled, what reaches beyond it is cut. */
export function applyEdits(edits: readonly PlaylogEdit[], context: EditContext): Edited {
  let items = context.items;
  for (const [index, edit] of edits.entries()) {
    const changed = applyEdit(items, edit, context, `edits.${index}`);
    if ('ok' in changed) return changed;
    items = inLine(changed);
  }
  return { ok: true, ...settle(items, context) };
}

function applyEdit(items: readonly PlaylogItem[], edit: PlaylogEdit, context: EditContext, field: string): Change {
  if (edit.op === 'insert') {
    const content = contentOf(edit, edit.durationFrames ?? frames(0), context, field);
    return 'ok' in content ? content : put(items, newItem(content, edit, context), edit, context, field);
  }
  const index = items.findIndex(({ id }) => id === edit.itemId);
  const item = items[index];
  if (item === undefined) return fault('NOT_FOUND', `${field}.itemId`, 'The playlog has no such item from now on');
  const swap = (changed: PlaylogItem) => items.with(index, touched(changed, edit.op, context.by));
  switch (edit.op) {
    case 'remove':
      return items.toSpliced(index, 1);
    case 'move':
      return put(items.toSpliced(index, 1), touched(item, edit.op, context.by), edit, context, field);
    case 'replace': {
      const content = contentOf(edit, item.durationFrames, context, field);
      if ('ok' in content) return content;
      return swap({ ...item, ...content, origin: { ...NO_ORIGIN, occurrence: item.origin.occurrence } });
    }
    case 'trim':
      return trimmed(item, edit, context, field, swap);
    case 'set-start-mode': {
      const startFrame = edit.at === undefined ? item.startFrame : context.frameAt(edit.at);
      return put(
        items.toSpliced(index, 1),
        touched({ ...item, startMode: edit.startMode }, edit.op, context.by),
        { at: startFrame },
        context,
        field,
      );
    }
  }
}

function trimmed(
  item: PlaylogItem,
  edit: Extract<PlaylogEdit, { readonly op: 'trim' }>,
  context: EditContext,
  field: string,
  swap: (item: PlaylogItem) => readonly PlaylogItem[],
): Change {
  const isLive = item.inputId !== null;
  if (isLive && edit.inFrame !== undefined && edit.inFrame !== 0)
    return fault('BAD_INPUT', `${field}.inFrame`, 'A live input has no in point');
  const end = item.inFrame + item.durationFrames;
  const inFrame = edit.inFrame ?? item.inFrame;
  const durationFrames = edit.durationFrames ?? frames(end - inFrame);
  const asset = item.assetId === null ? null : context.assetOf(item.assetId);
  const most = isLive ? Number.POSITIVE_INFINITY : asset === null ? end : asset.inFrame + asset.durationFrames;
  if (inFrame < 0 || durationFrames < 1 || inFrame + durationFrames > most) {
    return fault(
      'BAD_INPUT',
      `${field}.${edit.durationFrames === undefined ? 'inFrame' : 'durationFrames'}`,
      'Nothing of the media is there',
    );
  }
  return swap({ ...item, inFrame, durationFrames });
}

/** Puts an item in its place among others. At a time it starts there to the frame; elsewhere it follows. */
function put(items: readonly PlaylogItem[], item: PlaylogItem, place: Place, context: EditContext, field: string): Change {
  if (place.afterItemId !== undefined) {
    const after = items.findIndex(({ id }) => id === place.afterItemId);
    if (after < 0) return fault('NOT_FOUND', `${field}.afterItemId`, 'The playlog has no such item from now on');
    return items.toSpliced(after + 1, 0, following(item));
  }
  if (place.beforeItemId !== undefined) {
    const before = items.findIndex(({ id }) => id === place.beforeItemId);
    // The first one is on air, or is all that is known: nothing goes before it.
    if (before < 1) return fault('NOT_FOUND', `${field}.beforeItemId`, 'The playlog has no such item from now on');
    return items.toSpliced(before, 0, following(item));
  }
  const at = frameOf(place, context);
  if (at === null || !holds(items, at)) {
    return fault('BAD_INPUT', `${field}.${place.endOfDay === undefined ? 'at' : 'endOfDay'}`, 'Nothing is planned for that time');
  }
  const before = items.findLastIndex(({ startFrame }) => startFrame < at);
  const mode = place.endOfDay === undefined ? (typeof place.at === 'string' ? 'fixed' : item.startMode) : 'follow';
  return items.toSpliced(before + 1, 0, { ...item, startFrame: at, startMode: mode });
}

function following(item: PlaylogItem): PlaylogItem {
  return { ...item, startMode: item.startMode === 'fixed' ? 'follow' : item.startMode };
}

function frameOf({ at, endOfDay }: Place, context: EditContext): Frames | null {
  if (endOfDay !== undefined) return context.endOfDay(endOfDay);
  return typeof at === 'string' ? context.frameAt(at) : (at ?? null);
}

function holds(items: readonly PlaylogItem[], frame: Frames): boolean {
  const [first, last] = [items[0], items.at(-1)];
  return first !== undefined && last !== undefined && frame >= first.startFrame && frame <= endFrame(last);
}

function newItem(content: Content, { startMode }: { readonly startMode?: StartMode | undefined }, { by, newId }: EditContext): PlaylogItem {
  const explanation = { rule: `Placed by ${by}`, seed: null, candidateCount: 1, refused: [], relaxed: null };
  const origin = { ...NO_ORIGIN, placedBy: by };
  return {
    id: newId(),
    startFrame: frames(0),
    ...content,
    startMode: startMode ?? 'follow',
    status: 'planned',
    explanation,
    origin,
  };
}

/** What an item airs. */
type Content = Pick<PlaylogItem, 'assetId' | 'inputId' | 'kind' | 'title' | 'houseId' | 'inFrame' | 'durationFrames'>;

interface Source {
  readonly assetId?: string | undefined;
  readonly inputId?: string | undefined;
}

/** An asset from its in to its out point, or a live input for `liveFrames`. */
function contentOf({ assetId, inputId }: Source, liveFrames: Frames, context: EditContext, field: string): Content | Fault {
  if (inputId !== undefined) {
    const input = context.inputOf(inputId);
    if (input === null) return fault('NOT_FOUND', `${field}.inputId`, 'The station has no such live input, or it is off');
    const live = { assetId: null, inputId, kind: 'programme', title: input.name, houseId: null, inFrame: frames(0) } as const;
    return { ...live, durationFrames: liveFrames };
  }
  const asset = assetId === undefined ? null : context.assetOf(assetId);
  if (asset === null) return fault('NOT_FOUND', `${field}.assetId`, 'No asset of that id may air');
  const { id, ...content } = asset;
  return { ...content, assetId: id, inputId: null };
}

function touched(item: PlaylogItem, op: PlaylogEdit['op'], by: string): PlaylogItem {
  const said = { move: 'Moved', replace: 'Replaced', trim: 'Trimmed', 'set-start-mode': 'Start set', insert: 'Placed', remove: 'Removed' };
  const explanation = { ...item.explanation, rule: `${said[op]} by ${by}. ${item.explanation.rule}` };
  return { ...item, explanation, origin: { ...item.origin, placedBy: by } };
}

function fault(code: Fault['code'], field: string, message: string): Fault {
  return { ok: false, code, message, field };
}
