import { parseArgs } from 'node:util';
import { CHANNEL_RATES } from '../src/shared/time/index.ts';
import type { SoakOptions } from './run-soak.ts';

/** What a person may ask of a soak on the command line. */
export interface SoakRequest extends Omit<SoakOptions, 'folder' | 'ffmpegPath' | 'ffprobePath' | 'tell'> {
  /** Where the report is written; null: to stdout alone. */
  readonly reportPath: string | null;
}

/** Reads a soak's arguments. @returns the request, or a sentence that says what is wrong with them. */
export function readSoakArguments(argv: readonly string[]): SoakRequest | string {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      minutes: { type: 'string', default: '5' },
      seed: { type: 'string', default: '1' },
      faults: { type: 'string', default: 'all' },
      pace: { type: 'string', default: 'real' },
      joins: { type: 'string', default: '1000' },
      rate: { type: 'string', default: '25' },
      size: { type: 'string', default: '160x90' },
      receivers: { type: 'string', default: 'none' },
      report: { type: 'string' },
    },
  });
  const { faults, pace, size } = values;
  const [minutes, seed, joins] = [Number(values.minutes), Number(values.seed), Number(values.joins)];
  if (!(minutes > 0) || !Number.isInteger(seed) || !(Number.isInteger(joins) && joins > 0))
    return '--minutes, --seed and --joins take numbers.';
  if (faults !== 'none' && faults !== 'all') return '--faults is none or all.';
  if (pace !== 'real' && pace !== 'free') return '--pace is real or free.';
  const { receivers } = values;
  if (receivers !== 'none' && receivers !== 'all') return '--receivers is none or all.';
  const rate = CHANNEL_RATES.find((known) => spoken(known) === values.rate);
  if (rate === undefined) return `--rate is one of ${CHANNEL_RATES.map(spoken).join(', ')}.`;
  const [, width, height] = /^(\d+)x(\d+)$/.exec(size) ?? [];
  if (width === undefined || height === undefined) return '--size is WIDTHxHEIGHT.';
  const chosen = { withFaults: faults === 'all', withReceivers: receivers === 'all', reportPath: values.report ?? null };
  return { minutes, seed, joins, pace, rate, width: Number(width), height: Number(height), ...chosen };
}

/** A channel rate as it is spoken of: 29.97 for 30000/1001. */
function spoken(rate: (typeof CHANNEL_RATES)[number]): string {
  const [num, den] = rate.split('/').map(Number);
  return String(Math.round(((num ?? 0) / (den ?? 1)) * 100) / 100);
}
