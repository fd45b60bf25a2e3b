import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { FAILURE_STATUS, type FailureCode } from '../../shared/contract/index.ts';
import { refusalOf, refusalWords } from './refusal.ts';

describe('refusalOf', () => {
  it('knows every code of the contract and has words for it', () => {
    for (const code of Object.keys(FAILURE_STATUS) as FailureCode[]) {
      expect(refusalOf(new ORPCError(code, { status: FAILURE_STATUS[code] }))).toBe(code);
      expect(refusalWords(code)).toMatch(/\.$/);
    }
  });

  it("reads the transport's own refusals by their status", () => {
    expect(refusalOf(new ORPCError('BAD_REQUEST', { status: 400 }))).toBe('BAD_INPUT');
    expect(refusalOf(new ORPCError('UNAUTHORIZED', { status: 401 }))).toBe('NOT_SIGNED_IN');
  });

  it('calls everything that is not an answer unreachable', () => {
    expect(refusalOf(new TypeError('Failed to fetch'))).toBe('UNREACHABLE');
  });
});
