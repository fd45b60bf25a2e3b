import { ORPCError } from '@orpc/client';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSignInToken, type StationCalls } from '../../station-client/index.ts';
import { hasRole, useSessionStore } from './session-store.ts';

const session = { username: 'ada', role: 'operator', expiresAt: '2026-03-01T20:00:00.000Z' } as const;

function tokenIn(kept: Map<string, string>) {
  return createSignInToken({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage);
}

const callsWith = (calls: object) => ({ session: calls }) as unknown as StationCalls;
const unauthorized = () => Promise.reject(new ORPCError('NOT_SIGNED_IN', { status: 401 }));

describe('the session of the console', () => {
  beforeEach(() => useSessionStore.setState({ session: { state: 'unknown' } }));

  it('forgets a token that the station does not accept', async () => {
    const token = tokenIn(new Map([['perpetua.token', 'old']]));
    await useSessionStore.getState().ask(callsWith({ current: unauthorized }), token);
    expect(token.read()).toBeNull();
    expect(useSessionStore.getState().session).toMatchObject({ state: 'signed-out', refusal: null });
  });

  it('keeps the token and the role of whoever signs in', async () => {
    const token = tokenIn(new Map());
    const calls = callsWith({ signIn: async () => ({ token: 'fresh' }), current: async () => session });
    await useSessionStore.getState().signIn(calls, token, 'ada', 'secret');
    expect(token.read()).toBe('fresh');
    const state = useSessionStore.getState().session;
    expect([hasRole(state, 'viewer'), hasRole(state, 'operator'), hasRole(state, 'admin')]).toEqual([true, true, false]);
  });

  it('says why signing in was refused', async () => {
    const calls = callsWith({ signIn: () => Promise.reject(new ORPCError('TOO_MANY_TRIES', { status: 429 })) });
    await useSessionStore.getState().signIn(calls, tokenIn(new Map()), 'ada', 'guess');
    expect(useSessionStore.getState().session).toMatchObject({ state: 'signed-out', refusal: 'TOO_MANY_TRIES' });
  });

  it('waits rather than signs out while the station does not answer', async () => {
    await useSessionStore.getState().ask(callsWith({ current: () => Promise.reject(new TypeError()) }), tokenIn(new Map()));
    expect(useSessionStore.getState().session.state).toBe('unknown');
  });
});
