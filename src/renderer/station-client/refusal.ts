import { ORPCError } from '@orpc/client';
import { FAILURE_STATUS, type FailureCode } from '../../shared/contract/index.ts';

/** Why a call did not succeed: a code of the contract, or `UNREACHABLE` when no answer came at all. */
export type RefusalCode = FailureCode | 'UNREACHABLE';

/** The wording for people of every code. Says what is so, and where it helps, what to do. */
const WORDS: Readonly<Record<RefusalCode, string>> = {
  BAD_INPUT: 'The station did not accept that value.',
  NOT_SIGNED_IN: 'Sign in first.',
  ROLE_TOO_LOW: 'Your role may not do this.',
  HOST_NOT_ALLOWED: 'The station does not answer to that name.',
  NOT_FOUND: 'It is no longer there.',
  METHOD_NOT_ALLOWED: 'The station does not know that call.',
  STALE_REVISION: 'Somebody else changed this meanwhile. Look again, then repeat.',
  LOCKED: 'Too close to air; only air controls may change it.',
  MAY_NOT_AIR: 'Something of it may not air there.',
  NOTHING_TO_TAKE: 'Nothing comes next.',
  NOT_CUED: 'The next item is not cued yet.',
  NOT_OVERRIDDEN: 'The schedule is already on air.',
  TOO_LARGE: 'That is more than the station accepts at once.',
  TOO_MANY_TRIES: 'Too many tries. Wait a minute.',
  INTERNAL: 'The station failed at this. Its log says why.',
  ENGINE_UNREACHABLE: 'The engine does not answer. The air may continue.',
  UNREACHABLE: 'The station does not answer.',
};

/** The code of whatever a call rejected with. */
export function refusalOf(error: unknown): RefusalCode {
  if (!(error instanceof ORPCError)) return 'UNREACHABLE';
  if (error.code in FAILURE_STATUS) return error.code as FailureCode;
  return BY_STATUS.get(error.status) ?? 'INTERNAL';
}

/** A refusal with what the station said of it. */
export interface Refusal {
  readonly code: RefusalCode;
  /** The station's own sentence, which knows the case; null when there is none that helps. */
  readonly sentence: string | null;
  /** The input at fault, as a path such as `edits.0.at`; null when there is none. */
  readonly field: string | null;
}

/** Codes of which the station's own sentence says more than the wording here. */
const TELLING: ReadonlySet<RefusalCode> = new Set(['BAD_INPUT', 'NOT_FOUND', 'STALE_REVISION', 'LOCKED', 'MAY_NOT_AIR', 'TOO_LARGE']);

/** The refusal in whatever a call rejected with. */
export function refusalIn(error: unknown): Refusal {
  const code = refusalOf(error);
  if (!(error instanceof ORPCError)) return { code, sentence: null, field: null };
  const field: unknown = error.data?.field;
  const isTelling = TELLING.has(code) && error.message !== '';
  return { code, sentence: isTelling ? error.message : null, field: typeof field === 'string' ? field : null };
}

/** A refusal in a sentence: the station's own where it knows more, with a full stop. */
export function refusalSentence({ code, sentence }: Refusal): string {
  if (sentence === null) return WORDS[code];
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** A refusal in words. */
export function refusalWords(code: RefusalCode): string {
  return WORDS[code];
}

// oRPC's own refusals (a schema that does not fit, an unknown call) carry its codes; the status tells what they mean here.
const BY_STATUS: ReadonlyMap<number, FailureCode> = new Map([
  [400, 'BAD_INPUT'],
  [401, 'NOT_SIGNED_IN'],
  [403, 'ROLE_TOO_LOW'],
  [404, 'NOT_FOUND'],
  [413, 'TOO_LARGE'],
  [429, 'TOO_MANY_TRIES'],
  [503, 'ENGINE_UNREACHABLE'],
]);
