import { type FrameRate, frames, framesToMs } from '../src/shared/time/index.ts';
import { type AirStory, airStory } from './air-story.ts';
import { judgeFrames } from './judge-frames.ts';
import { judgeShown, type ShownFindings } from './judge-shown.ts';
import { readTapes } from './read-tapes.ts';
import type { ReceiverFinding } from './receivers/index.ts';
import { rssSlope } from './rss-slope.ts';
import type { PlannedItem } from './soak-plan.ts';
import type { SoakRun } from './soak-run.ts';

/** What a soak found. `brokenPromises` is empty when all were kept. */
export interface SoakReport {
  readonly joins: number;
  readonly framesChecked: number;
  readonly repeatedFrames: number;
  readonly droppedFrames: number;
  readonly foreignFrames: number;
  /** Frames out of their place in time, and discontinuity tags beyond one for each restart of the engine. */
  readonly discontinuities: number;
  readonly avOffsetMs: { readonly min: number | null; readonly max: number | null };
  readonly avPairs: number;
  readonly lostFrames: Readonly<Record<string, number>>;
  readonly misplacedItems: number;
  /** Places where the stream has no sound at all. */
  readonly soundHoles: number;
  /** The sharpest bend in the sound: how far a sample lies from the line through the two before it, as a share of full scale. */
  readonly sharpestSoundBend: number;
  readonly rssMb: { readonly first: number; readonly last: number };
  readonly rssSlopeMbPerHour: number;
  /** The same for the engine with all its children. */
  readonly treeRssMb: { readonly first: number; readonly last: number };
  readonly treeRssSlopeMbPerHour: number;
  readonly openProcesses: number;
  readonly evidenceRecords: number;
  readonly brokenRecords: number;
  readonly engineStarts: number;
  readonly blows: readonly string[];
  readonly receivers: readonly JudgedReceiver[];
  /** How long a player may stand still at the most: through the longest loss, a segment, and what it takes to recover. */
  readonly mostStandstillMs: number;
  readonly wallSeconds: number;
  readonly examples: readonly string[];
  readonly brokenPromises: readonly string[];
}

/** What a receiver got, and what the pictures that it showed amount to; null: it shows none to us. */
interface JudgedReceiver extends Omit<ReceiverFinding, 'shown'> {
  readonly shown: ShownFindings | null;
}

/** How long an engine that was killed may stop a player beyond what is lost and the segment that must be whole first: to ask again, to fill its buffer, on a machine that starts an engine. */
const RECOVERY_MS = 10_000;

/** How far a player stays behind the air, by three segments and what it is late for. */
const MOST_BEHIND_MS = 15_000;

type Findings = Omit<SoakReport, 'brokenPromises'>;

/** Half a frame at 25: a picture of another rate is shown on the nearest frame of the channel. */
const MOST_OFF_MS = 20;
/**
 * The beginning of a beep bends by 0.08, a loud one that a seam leaves at its steepest by 0.12; a seam without its ramp by 0.4. Not judged where an
 * encoder died in mid-sound.
 */
const MOST_SOUND_BEND = 0.2;
/** Below this a slope is noise: memory settles in the first minutes. */
const LEAST_SECONDS_FOR_SLOPE = 1200;
const MOST_SLOPE_MB = 20;
/** Children come and go: a decoder more or less at the end moves this line by a good deal. */
const MOST_TREE_SLOPE_MB = 60;

/** Examines a soak: decodes what it left and compares it with the plan and the evidence. */
export async function reportOnSoak(
  run: SoakRun,
  plan: readonly PlannedItem[],
  { rate, segmentSeconds }: { readonly rate: FrameRate; readonly segmentSeconds: number },
): Promise<SoakReport> {
  const story = airStory(run.evidence);
  const watched = await readTapes(run.tapes, rate);
  const found = judgeFrames(story, plan, watched, rate);
  // A silent clip has no beep, and where a variable rate leaves out the very picture that begins a flash, the flash is late by itself.
  const witnesses = new Set(plan.flatMap(({ clip }) => (clip?.hasSound && !clip.isVariable ? [clip.clipId] : [])));
  const pairs = watched.avOffsets.filter(({ clipId }) => clipId !== null && witnesses.has(clipId));
  const offsets = pairs.map(({ offsetMs }) => offsetMs);
  const slipped = pairs.filter(({ offsetMs }) => Math.abs(offsetMs) > MOST_OFF_MS);
  const megabytes = (bytes: number | undefined): number => Math.round((bytes ?? 0) / 1e5) / 10;
  const findings: Findings = {
    ...found,
    examples: [
      ...found.examples,
      ...slipped.slice(0, 5).map(({ clipId, frame, offsetMs }) => `clip ${clipId} off by ${offsetMs} ms on frame ${frame}`),
    ],
    discontinuities: watched.misplaced + Math.max(0, run.discontinuityTags - (story.engineStarts - 1)),
    avOffsetMs: { min: extreme(offsets, Math.min), max: extreme(offsets, Math.max) },
    avPairs: offsets.length,
    misplacedItems: misplacedItems(story, plan),
    soundHoles: watched.soundHoles,
    sharpestSoundBend: Math.round(watched.sharpestBend * 1000) / 1000,
    rssMb: { first: megabytes(run.memory[0]?.bytes), last: megabytes(run.memory.at(-1)?.bytes) },
    rssSlopeMbPerHour: rssSlope(run.memory, 'bytes'),
    treeRssMb: { first: megabytes(run.memory[0]?.treeBytes), last: megabytes(run.memory.at(-1)?.treeBytes) },
    treeRssSlopeMbPerHour: rssSlope(run.memory, 'treeBytes'),
    openProcesses: run.openProcesses,
    evidenceRecords: run.evidence.length,
    brokenRecords: run.brokenRecords + story.dangling,
    engineStarts: story.engineStarts,
    blows: run.blows,
    receivers: run.receivers.map((receiver) => ({ ...receiver, shown: judgeShown(receiver.shown, story, plan, rate) })),
    mostStandstillMs: Math.round(longestLossMs(story, rate) + segmentSeconds * 1000 + RECOVERY_MS),
    wallSeconds: Math.round(run.wallSeconds),
  };
  return { ...findings, brokenPromises: brokenPromises(findings) };
}

function longestLossMs({ losses }: AirStory, rate: FrameRate): number {
  return losses.reduce((longest, { from, to }) => Math.max(longest, framesToMs(frames(to - from), rate)), 0);
}

/** Items that did not begin and end on their very frame, although the engine was there and the clock was not set. */
function misplacedItems({ airings, losses }: AirStory, plan: readonly PlannedItem[]): number {
  const aired = new Set(airings.map(({ item, from, to }) => `${item?.id} ${from} ${to}`));
  return plan.filter(({ item: { id, startFrame, durationFrames } }) => {
    const end = startFrame + durationFrames;
    const wasHit = losses.some(({ cause, from, to }) => cause !== 'encoder' && from <= end && to >= startFrame);
    return !wasHit && !aired.has(`${id} ${startFrame} ${end}`);
  }).length;
}

function brokenPromises(found: Findings): readonly string[] {
  const { min, max } = found.avOffsetMs;
  const isSlopeKnown = found.wallSeconds >= LEAST_SECONDS_FOR_SLOPE;
  const checks: readonly (readonly [boolean, string])[] = [
    [found.joins > 0, 'nothing was joined'],
    [found.repeatedFrames === 0, `${found.repeatedFrames} frames were repeated`],
    [found.droppedFrames === 0, `${found.droppedFrames} frames were not the ones that were due`],
    [found.foreignFrames === 0, `${found.foreignFrames} frames were foreign`],
    [found.discontinuities === 0, `${found.discontinuities} discontinuities`],
    [min !== null && max !== null && min >= -MOST_OFF_MS && max <= MOST_OFF_MS, `sound is off by ${min} to ${max} ms`],
    [(found.lostFrames.unexplained ?? 0) === 0, `${found.lostFrames.unexplained} frames are missing and nothing says why`],
    [found.blows.length > 0 || (found.lostFrames['decoder-lost'] ?? 0) === 0, 'a decoder was lost although nobody hurt it'],
    [found.blows.length > 0 || (found.lostFrames['pictures-late'] ?? 0) === 0, 'a decoder was late although nobody hurt it'],
    [found.misplacedItems === 0, `${found.misplacedItems} items did not air from their first frame to their last`],
    [found.blows.length > 0 || found.soundHoles === 0, `${found.soundHoles} holes in the sound`],
    [found.blows.length > 0 || found.sharpestSoundBend <= MOST_SOUND_BEND, `the sound clicks: it bends by ${found.sharpestSoundBend}`],
    [
      !isSlopeKnown || found.treeRssSlopeMbPerHour <= MOST_TREE_SLOPE_MB,
      `memory of all processes grows by ${found.treeRssSlopeMbPerHour} MB an hour`,
    ],
    [!isSlopeKnown || found.rssSlopeMbPerHour <= MOST_SLOPE_MB, `memory grows by ${found.rssSlopeMbPerHour} MB an hour`],
    [found.openProcesses === 0, `${found.openProcesses} processes were left`],
    [found.brokenRecords === 0, `${found.brokenRecords} records of the evidence are broken`],
  ];
  const broken = [
    ...checks.filter(([isKept]) => !isKept).map(([, words]) => words),
    ...found.receivers.flatMap((receiver) => wronglyShown(receiver, found.mostStandstillMs)),
  ];
  return found.blows.length > 0 ? broken : [...broken, ...found.receivers.flatMap(discontent)];
}

/** What a player showed that it should not have, whatever was done to the channel. */
function wronglyShown({ name, shown }: JudgedReceiver, mostStandstillMs: number): readonly string[] {
  const { wrongFrames = 0, stepsBack = 0, longestStandstillMs = 0, missedAtEndMs = 0 } = shown ?? {};
  return [
    ...(wrongFrames > 0 ? [`${name} showed ${wrongFrames} pictures that were not due`] : []),
    ...(stepsBack > 0 ? [`${name} showed something again ${stepsBack} times`] : []),
    ...(missedAtEndMs > MOST_BEHIND_MS + mostStandstillMs ? [`${name} showed nothing any more ${missedAtEndMs} ms before the end`] : []),
    ...(longestStandstillMs > mostStandstillMs ? [`${name} stood still for ${longestStandstillMs} ms`] : []),
  ];
}

/** What a receiver did not get although nothing was done to the channel. */
function discontent({ name, tookPart, frames, complaints }: JudgedReceiver): readonly string[] {
  if (!tookPart) return [];
  return [...(frames === 0 ? [`${name} got no picture`] : []), ...complaints.slice(0, 1).map((words) => `${name} complains: ${words}`)];
}

function extreme(values: readonly number[], of: (a: number, b: number) => number): number | null {
  if (values.length === 0) return null;
  return Math.round(values.reduce((a, b) => of(a, b)) * 10) / 10;
}
