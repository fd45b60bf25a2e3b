import type { Daypart } from '../../../shared/contract/plan.ts';
import { type Frames, frames, milliseconds, msToFrames } from '../../../shared/time/index.ts';
import type { PlaylogItem } from '../playlog/index.ts';
import type { PickSources } from './programme-picker.ts';
import type { Segment } from './segments.ts';
import type { PlannableInput, StretchWriter } from './stretch-writer.ts';

/** A live input is not begun for less than this, unless its daypart itself is no longer. */
const LEAST_MS = milliseconds(60_000);

/** Places live inputs: one item from where the channel is to the end of the daypart, or to what begins before that. No break and no ID interrupts it. */
export class LivePlacer {
  readonly #sources: Pick<PickSources, 'inputs' | 'rate'>;
  readonly #writer: StretchWriter;
  /** Where the stretch begins, and what is on right before it. */
  readonly #from: Frames;
  readonly #last: PlaylogItem | undefined;

  constructor(sources: Pick<PickSources, 'inputs' | 'rate'>, writer: StretchWriter, before: readonly PlaylogItem[]) {
    this.#sources = sources;
    this.#writer = writer;
    this.#from = writer.at;
    this.#last = before.at(-1);
  }

  /** The input that a daypart names, if the station has it. */
  inputOf({ selection }: Daypart): PlannableInput | null {
    if (selection.type !== 'live') return null;
    return this.#sources.inputs.find(({ id }) => id === selection.inputId) ?? null;
  }

  /** Whether too little is left of a segment to begin its live input now. */
  isTooLate(segment: Segment): boolean {
    const { at } = this.#writer;
    const input = segment.daypart === null ? null : this.inputOf(segment.daypart);
    if (input === null || at <= segment.from || this.#goesOn(segment, input)) return false;
    return segment.until - at < msToFrames(LEAST_MS, this.#sources.rate);
  }

  /** Writes the input up to the end of its segment, or up to `hardEnd` where that comes first. */
  place(input: PlannableInput, segment: Segment, name: string, hardEnd: Frames | null): void {
    const { at } = this.#writer;
    const airingId = this.#goesOn(segment, input) ? (this.#last?.origin.airingId ?? null) : `airing-${at}`;
    this.#writer.writeLive(input, {
      durationFrames: frames(Math.min(segment.until, hardEnd ?? Number.POSITIVE_INFINITY) - at),
      startMode: segment.isFixed && at === segment.from ? 'fixed' : 'follow',
      explanation: { rule: `${name}: the live input ${input.name}`, seed: null, candidateCount: 1, refused: [], relaxed: null },
      origin: { airingId, occurrence: segment.occurrence },
    });
  }

  /** Whether the very input is on already when the stretch begins. */
  #goesOn({ occurrence }: Segment, { id }: PlannableInput): boolean {
    return this.#writer.at === this.#from && this.#last?.inputId === id && this.#last.origin.occurrence === occurrence;
  }
}
