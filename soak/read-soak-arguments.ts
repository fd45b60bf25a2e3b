import { parseArgs } from 'node:util';
import { z } from 'zod';
import { CHANNEL_RATES } from '../src/shared/time/index.ts';
import type { SoakOptions } from './run-soak.ts';

/** What a person may ask of a soak on the command line. */
export interface SoakRequest extends Omit<SoakOptions, 'folder' | 'ffmpegPath' | 'ffprobePath' | 'tell'> {
  /** Where the report is written; null: to stdout alone. */
  readonly reportPath: string | null;
}

/** A picture half as high can still be read. */
const LEAST_HEIGHT_FOR_SIZES = 180;

const wholeNumber = (words: string) => z.coerce.number(words).int(words);

/** The arguments, with what is said of one that is wrong. */
const argumentsSchema = z.object({
  minutes: z.coerce.number('--minutes takes a number.').positive('--minutes takes a number above 0.').default(5),
  seed: wholeNumber('--seed takes a whole number.').default(1),
  faults: z.enum(['none', 'engine', 'all'], '--faults is none, engine or all.').default('all'),
  pace: z.enum(['real', 'free'], '--pace is real or free.').default('real'),
  joins: wholeNumber('--joins takes a whole number.').positive('--joins takes a number above 0.').default(1000),
  rate: z
    .string()
    .default('25')
    .transform((words) => CHANNEL_RATES.find((known) => spoken(known) === words))
    .refine((rate) => rate !== undefined, `--rate is one of ${CHANNEL_RATES.map(spoken).join(', ')}.`),
  size: z
    .string()
    .regex(/^\d+x\d+$/, '--size is WIDTHxHEIGHT.')
    .default('160x90'),
  hls: z.enum(['ts', 'fmp4'], '--hls is ts or fmp4.').default('ts'),
  sizes: wholeNumber('--sizes is 1, 2 or 3.').min(1, '--sizes is 1, 2 or 3.').max(3, '--sizes is 1, 2 or 3.').default(1),
  receivers: z.enum(['none', 'all'], '--receivers is none or all.').default('none'),
  report: z.string().nullable().default(null),
});

/** Reads a soak's arguments. @returns the request, or a sentence that says what is wrong with them. */
export function readSoakArguments(argv: readonly string[]): SoakRequest | string {
  const given = namedArguments(argv);
  if (typeof given === 'string') return given;
  const parsed = argumentsSchema.safeParse(given);
  if (!parsed.success) return parsed.error.issues[0]?.message ?? 'These are no arguments of a soak.';
  const { size, hls: hlsFormat, receivers, report: reportPath, rate, ...plain } = parsed.data;
  const [width = 0, height = 0] = size.split('x').map(Number);
  if (rate === undefined) return '--rate is not one that a channel has.';
  if (plain.pace === 'free' && plain.faults === 'engine') return 'There is no engine of its own for --faults engine with --pace free.';
  if (plain.sizes > 1 && height < LEAST_HEIGHT_FOR_SIZES) return 'Smaller sizes need room: --size is 320x180 or more.';
  return { ...plain, rate, width, height, hlsFormat, withReceivers: receivers === 'all', reportPath };
}

function namedArguments(argv: readonly string[]): Readonly<Record<string, string | undefined>> | string {
  const names = Object.keys(argumentsSchema.shape);
  try {
    return parseArgs({ args: [...argv], options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])) }).values;
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}. There are ${names.map((name) => `--${name}`).join(', ')}.`;
  }
}

/** A channel rate as it is spoken of: 29.97 for 30000/1001. */
function spoken(rate: (typeof CHANNEL_RATES)[number]): string {
  const [num, den] = rate.split('/').map(Number);
  return String(Math.round(((num ?? 0) / (den ?? 1)) * 100) / 100);
}
