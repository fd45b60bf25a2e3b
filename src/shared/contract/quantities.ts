import { z } from 'zod';
import type { Decibels, Frames, Milliseconds } from '../time/index.ts';

// The checks are zod's own; the casts give their results the brand that the rest of the code asks for.

/** A whole number of frames, or a frame's number. */
export const framesSchema = z.int() as unknown as z.ZodType<Frames, Frames>;
/** Milliseconds. */
export const millisecondsSchema = z.number() as unknown as z.ZodType<Milliseconds, Milliseconds>;
/** Decibels. */
export const decibelsSchema = z.number() as unknown as z.ZodType<Decibels, Decibels>;
/** An instant in UTC, ISO 8601 with milliseconds: `2026-03-01T20:00:00.000Z`. */
export const instantSchema = z.iso.datetime({ offset: true });
