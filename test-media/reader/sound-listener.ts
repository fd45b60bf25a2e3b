import { BEEP_HZ } from '../code/flash-cadence.ts';

/** What was heard, in samples from the first that was decoded. Ranges are half-open. */
export interface HeardSound {
  readonly samples: number;
  /** Where each beep begins, to a fraction of a sample. */
  readonly beeps: readonly number[];
  /** The quiet stretches, in steps of 5 ms. */
  readonly silences: readonly { readonly from: number; readonly to: number }[];
  /** The sharpest bend: how far a sample lies from the line through the two before it, as a share of full scale. A click is a sharp one. */
  readonly sharpestBend: number;
}

/** The sample rate that the listener expects. */
export const LISTENING_RATE = 48_000;

const CYCLE = LISTENING_RATE / BEEP_HZ;
const WINDOW = 2 * CYCLE;
const HOP = 12;
const BEEP_THRESHOLD = 0.04;
const QUIET = 0.003;
const QUIET_STEP = LISTENING_RATE / 200;
const ONSET_HOPS = (LISTENING_RATE * 0.02) / HOP;

const COSINES = Float64Array.from({ length: CYCLE }, (_, n) => Math.cos((2 * Math.PI * n) / CYCLE));
const SINES = Float64Array.from({ length: CYCLE }, (_, n) => Math.sin((2 * Math.PI * n) / CYCLE));

/** Listens to mono s16 sound at 48 kHz, piece by piece, and keeps only what it found. */
export class SoundListener {
  readonly #ring = new Float64Array(WINDOW);
  readonly #beeps: number[] = [];
  readonly #silences: { from: number; to: number }[] = [];
  #count = 0;
  #inPhase = 0;
  #quadrature = 0;
  #peak = 0;
  #last = 0;
  #lastStep = 0;
  #sharpestBend = 0;
  /** The strength of the beep's pitch since it rose: null while there is none. */
  #rise: number[] | null = null;
  #riseStart = 0;
  #isBeeping = false;

  /** Takes the next samples. */
  listen(samples: Int16Array): void {
    for (const sample of samples) this.#take(sample / 32768);
  }

  /** What was heard so far. */
  heard(): HeardSound {
    return { samples: this.#count, beeps: this.#beeps, silences: this.#silences, sharpestBend: this.#sharpestBend };
  }

  #take(value: number): void {
    const slot = this.#count % WINDOW;
    const phase = this.#count % CYCLE;
    const change = value - (this.#ring[slot] ?? 0);
    this.#ring[slot] = value;
    // The window is a whole number of cycles, so what leaves it has the phase of what enters.
    this.#inPhase += change * (COSINES[phase] ?? 0);
    this.#quadrature += change * (SINES[phase] ?? 0);
    this.#peak = Math.max(this.#peak, Math.abs(value));
    const step = value - this.#last;
    if (this.#count > 1) this.#sharpestBend = Math.max(this.#sharpestBend, Math.abs(step - this.#lastStep));
    this.#last = value;
    this.#lastStep = step;
    this.#count++;
    if (this.#count % HOP === 0) this.#followPitch((2 / WINDOW) * Math.hypot(this.#inPhase, this.#quadrature));
    if (this.#count % QUIET_STEP === 0) this.#followLevel();
  }

  #followPitch(strength: number): void {
    if (this.#rise) {
      this.#rise.push(strength);
      if (this.#rise.length < ONSET_HOPS) return;
      this.#beeps.push(this.#riseStart + onsetWithin(this.#rise) - WINDOW / 2);
      this.#rise = null;
      return;
    }
    if (this.#isBeeping) {
      this.#isBeeping = strength > BEEP_THRESHOLD / 2;
    } else if (strength > BEEP_THRESHOLD) {
      this.#isBeeping = true;
      this.#rise = [strength];
      this.#riseStart = this.#count;
    }
  }

  #followLevel(): void {
    if (this.#peak < QUIET) {
      const from = this.#count - QUIET_STEP;
      const last = this.#silences.at(-1);
      if (last?.to === from) last.to = this.#count;
      else this.#silences.push({ from, to: this.#count });
    }
    this.#peak = 0;
  }
}

/** Where in a rise the strength passes half of its peak: the window is then half filled, whatever the loudness. In samples. */
function onsetWithin(rise: readonly number[]): number {
  const half = Math.max(...rise) / 2;
  const index = rise.findIndex((strength) => strength >= half);
  const before = rise[index - 1];
  const after = rise[index] ?? half;
  return before === undefined ? 0 : (index - (after - half) / (after - before)) * HOP;
}
