import { ORPCError, ValidationError } from '@orpc/server';
import type { z } from 'zod';
import { type FailureDetail, isFailureCode, stationFailure } from './station-failure.ts';

type Issue = { readonly message: string; readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }> | undefined };

/**
 * Whatever a call threw, as a failure of the contract. What nobody foresaw becomes INTERNAL and tells the caller nothing of what is inside
 * the station: no message, no path, no stack.
 */
export function translateFailure(error: unknown): ORPCError<string, unknown> {
  if (!(error instanceof ORPCError)) return stationFailure('INTERNAL', 'The station failed at this call; its log says why', {});
  if (isFailureCode(error.code)) return error;
  if (error.code === 'METHOD_NOT_SUPPORTED') return stationFailure('METHOD_NOT_ALLOWED', 'This call does not know that method', {});
  if (error.status === 400) return badInput(error);
  return stationFailure('INTERNAL', 'The station failed at this call; its log says why', {});
}

/** Whether a failure is the station's fault and belongs in its log. */
export function isDefect(error: unknown): boolean {
  return !(error instanceof ORPCError) || (error.status >= 500 && !isFailureCode(error.code));
}

function badInput(error: ORPCError<string, unknown>): ORPCError<string, FailureDetail> {
  const issue = error.cause instanceof ValidationError ? error.cause.issues[0] : undefined;
  if (issue === undefined) return stationFailure('BAD_INPUT', 'The request can not be read; send JSON', {});
  const field = fieldOf(issue);
  return stationFailure('BAD_INPUT', field === '' ? issue.message : `${field}: ${issue.message}`, field === '' ? {} : { field });
}

function fieldOf(issue: Issue): string {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  const unknownKeys = (issue as Partial<z.core.$ZodIssueUnrecognizedKeys>).keys ?? [];
  return [...path, ...unknownKeys.slice(0, 1)].join('.');
}
