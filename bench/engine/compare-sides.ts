import type { FrameRate } from '../../src/shared/time/index.ts';
import type { BenchResult } from '../bench-section.ts';
import { BenchRefused } from '../bench-section.ts';
import { type CpuByRole, totalOf } from '../processes/cpu-account.ts';

/** What one side did while it was watched. */
export interface SideMeasurement {
  readonly elapsedMs: number;
  readonly used: CpuByRole;
  /** Frames coded meanwhile. */
  readonly frames: number;
  /** How often the air was disturbed meanwhile, by what. */
  readonly disturbances: Readonly<Record<string, number>>;
}

/** How far off what was due a side may be. One that coded less fell behind; one that coded more was behind before and caught up. */
const MOST_OFF = 0.03;

/** The disturbance that spoils a comparison. */
export const RESTARTS = 'encoder restarts';

/**
 * Sets the engine against plain ffmpeg.
 * @throws BenchRefused when one of them fell behind real time or the engine's encoder was started again
 */
export function compareSides([engine, plain]: readonly [SideMeasurement, SideMeasurement], rate: FrameRate): BenchResult {
  for (const [name, side] of [['engine', engine] as const, ['plain ffmpeg', plain] as const]) {
    const due = (side.elapsedMs * rate.num) / (rate.den * 1000);
    if (Math.abs(side.frames - due) > due * MOST_OFF) {
      throw new BenchRefused(
        `The ${name} coded ${side.frames} frames where ${Math.round(due)} were due: this machine is too busy for the comparison.`,
      );
    }
  }
  const restarts = engine.disturbances[RESTARTS] ?? 0;
  // What lay in an encoder that died was paid for by one side only.
  if (restarts > 0) throw new BenchRefused(`The engine had to start its encoder again (${restarts} times): this machine is too busy.`);
  const cpuRatio = round(perFrame(engine) / perFrame(plain));
  return {
    figures: { cpuRatio, engineCores: cores(engine, totalOf(engine.used)), plainCores: cores(plain, totalOf(plain.used)) },
    lines: [
      ...roleLines(engine, plain),
      ...disturbanceLines(engine),
      `CPU of all engine processes over plain ffmpeg: ${cpuRatio.toFixed(3)}`,
    ],
  };
}

function roleLines(engine: SideMeasurement, plain: SideMeasurement): readonly string[] {
  const whole = totalOf(plain.used);
  const line = (name: string, side: SideMeasurement, ms: number): string =>
    `${name.padEnd(24)}${cores(side, ms).toFixed(3).padStart(8)} cores${((100 * ms) / whole).toFixed(1).padStart(8)} % of plain`;
  const roles = [...engine.used].map(([role, ms]) => line(`  ${role}`, engine, ms));
  return [line('plain ffmpeg', plain, whole), line('engine', engine, totalOf(engine.used)), ...roles.toSorted()];
}

function disturbanceLines({ disturbances }: SideMeasurement): readonly string[] {
  return Object.entries(disturbances).flatMap(([what, count]) => (count > 0 ? [`! ${count} ${what} meanwhile: the machine was busy`] : []));
}

function cores(side: SideMeasurement, ms: number): number {
  return round(ms / side.elapsedMs);
}

/** CPU milliseconds for each frame, since the two never code exactly the same number. */
function perFrame(side: SideMeasurement): number {
  return totalOf(side.used) / side.frames;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
