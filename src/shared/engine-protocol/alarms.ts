import { z } from 'zod';
import { millisecondsSchema } from '../contract/quantities.ts';

/** What can be wrong, by code, with what it means and what helps. Paths, addresses and programs' own messages have no place in it. */
export const ALARM_WORDS = {
  'picture-black': { title: 'The picture is black', advice: 'Take the next item, or look at what is on air.' },
  'picture-frozen': { title: 'The picture stands still', advice: 'Take the next item, or look at what is on air.' },
  'sound-silent': { title: 'There is no sound', advice: 'Look at what is on air and at its sound.' },
  'stream-late': { title: 'Viewers get no new stream', advice: 'Look at the encoder, the disk and the stream server.' },
  'frames-late': {
    title: 'Frames are made late',
    advice: 'The computer has too much to do. Close other programs, or choose a faster preset.',
  },
  'encoder-down': {
    title: 'The encoder is down',
    advice: 'It is being started again. Look at the encoder settings if it does not come back.',
  },
  'output-down': { title: 'An output is not running', advice: 'It is tried again by itself. Look at its address and its key.' },
  'disk-low': { title: 'The disk is nearly full', advice: 'Remove what is not needed. Old recordings are removed by themselves.' },
  'disk-full': {
    title: 'The disk is full',
    advice: 'The channel stays on air. Make room: what happened on air is kept in memory until then.',
  },
  'evidence-waiting': {
    title: 'The record of what aired can not be written',
    advice: 'Look at the disk. The record is kept in memory until then.',
  },
} as const satisfies Record<string, { readonly title: string; readonly advice: string }>;

export type AlarmCode = keyof typeof ALARM_WORDS;
const ALARM_CODES = Object.keys(ALARM_WORDS) as [AlarmCode, ...AlarmCode[]];

/** `warning`: somebody should look at it today. `critical`: viewers notice. */
export const ALARM_SEVERITIES = ['warning', 'critical'] as const;
export type AlarmSeverity = (typeof ALARM_SEVERITIES)[number];

/** That something was, or is, wrong. */
export const alarmSchema = z.object({
  /** Never given twice. */
  id: z.string(),
  code: z.enum(ALARM_CODES),
  /** Which one, where there are several: an output's id; else empty. */
  subject: z.string(),
  /** The worst that it came to. */
  severity: z.enum(ALARM_SEVERITIES),
  raisedAt: millisecondsSchema,
  /** null: it is still so. */
  clearedAt: millisecondsSchema.nullable(),
  /** Who has seen it, and when; null: nobody said so. */
  acknowledged: z.object({ by: z.string(), at: millisecondsSchema }).nullable(),
});
export type Alarm = z.infer<typeof alarmSchema>;
