import { assertNever } from '../../../shared/assert-never.ts';
import type { EvidenceBody } from '../../../shared/engine-protocol/evidence.ts';
import type { Frames } from '../../../shared/time/index.ts';
import type { PlaylogItem } from '../playlog/index.ts';
import type { AsRunEntry } from './as-run-entry.ts';
import type { AsRunState, Interruption } from './as-run-state.ts';
import { coveredEntries } from './covered-entries.ts';
import { airedEntry, skippedEntry, unplannedEntry } from './entries.ts';
import { lostEntries } from './lost-entries.ts';

/** What one record adds to the log. */
export interface Folded {
  readonly state: AsRunState;
  readonly entries: readonly AsRunEntry[];
  /** What was wrong with the record, in a few words each. The fold goes on all the same. */
  readonly defects: readonly string[];
}

type Body<T extends EvidenceBody['type']> = Extract<EvidenceBody, { readonly type: T }>;

/** Takes one record into the log. `planned` is the playlog around the record: it names what was lost while nobody was on air. */
export function foldEvidence(state: AsRunState, body: EvidenceBody, planned: readonly PlaylogItem[]): Folded {
  switch (body.type) {
    case 'on-air':
      return cameOnAir(state, body, planned);
    case 'item-started':
      return started(state, body);
    case 'item-ended':
      return ended(state, body);
    case 'off-air':
      return leftAir(state, body);
    case 'skipped':
      return skipped(state, body);
    case 'returned':
      return { state, entries: coveredEntries(state, body, planned), defects: [] };
    case 'held':
    case 'breaking':
    case 'taken':
    case 'panic':
    case 'cue-failed':
    case 'encoder-restarted':
    case 'encoder-lost':
      return { state, entries: [], defects: [] };
    default:
      return assertNever(body);
  }
}

function cameOnAir(before: AsRunState, body: Body<'on-air'>, planned: readonly PlaylogItem[]): Folded {
  // Frames of another rate have other numbers: the log begins a new line of them.
  const line = before.rate !== body.rate ? { ...before, frontier: null, open: null } : before;
  const closed = closeOpen(line, body.lostFrom ?? body.frame, 'engine-lost');
  const from = closed.state.frontier ?? body.lostFrom ?? body.frame;
  const reason = before.interruption ?? 'engine-lost';
  const lost = lostEntries({ from, until: body.frame, rate: body.rate, planned, reason });
  const frontier = later(from, body.frame);
  return { state: { rate: body.rate, frontier, open: null, interruption: null }, entries: [...closed.entries, ...lost], defects: [] };
}

function started(before: AsRunState, body: Body<'item-started'>): Folded {
  const closed = closeOpen(before, body.frame, 'engine-lost');
  const filled = fillTo(closed.state, body.frame);
  const startFrame = later(filled.state.frontier ?? body.frame, body.frame);
  const { airingId, item, reason, cause } = body;
  const state = { ...filled.state, frontier: startFrame, open: { airingId, startFrame, item, reason, cause } };
  return { state, entries: [...closed.entries, ...filled.entries], defects: [...closed.defects, ...filled.defects] };
}

function ended(before: AsRunState, body: Body<'item-ended'>): Folded {
  const { open } = before;
  if (open?.airingId !== body.airingId) return { state: before, entries: [], defects: ['An airing ended that had not begun'] };
  const interruption = body.reason === 'clock-stepped' ? body.reason : null;
  if (body.frame <= open.startFrame) return { state: { ...before, open: null, interruption }, entries: [], defects: [] };
  const entry = airedEntry(open, body, before.rate);
  return { state: { ...before, frontier: body.frame, open: null, interruption }, entries: [entry], defects: [] };
}

/** What was dropped stands in the log where it was dropped, without a length: no frame of it aired. */
function skipped(state: AsRunState, body: Body<'skipped'>): Folded {
  return { state, entries: [skippedEntry(body, state.rate)], defects: [] };
}

function leftAir(before: AsRunState, body: Body<'off-air'>): Folded {
  const closed = closeOpen(before, body.frame, 'left-air');
  const filled = fillTo(closed.state, body.frame);
  return { state: { ...filled.state, interruption: 'left-air' }, entries: [...closed.entries, ...filled.entries], defects: filled.defects };
}

/** Ends an airing whose own end is missing from the evidence. */
function closeOpen(state: AsRunState, at: Frames, reason: 'engine-lost' | Interruption): Folded {
  const { open } = state;
  if (open === null) return { state, entries: [], defects: [] };
  const end = { frame: at, heldFrames: 0 as Frames, slatedFrames: 0 as Frames, outcome: 'partial', reason, cause: 'engine' } as const;
  const entries = at > open.startFrame ? [airedEntry(open, end, state.rate)] : [];
  const frontier = later(open.startFrame, at);
  return { state: { ...state, frontier, open: null }, entries, defects: ['An airing had no end'] };
}

/** Fills frames that the evidence says nothing about, so that the log has no hole. */
function fillTo(state: AsRunState, frame: Frames): Folded {
  const { frontier } = state;
  if (frontier === null || frontier >= frame) return { state, entries: [], defects: [] };
  const entry = unplannedEntry({ from: frontier, until: frame, rate: state.rate, reason: 'nothing-scheduled', outcome: 'inserted' });
  return { state: { ...state, frontier: frame }, entries: [entry], defects: ['Frames without evidence'] };
}

function later(a: Frames, b: Frames): Frames {
  return a > b ? a : b;
}
