import { LINK_CALLS, type LinkMethod, type LinkParams, type LinkResult, linkRequestSchema } from '../../../shared/engine-protocol/index.ts';
import { Refusal } from '../channel/refusal.ts';
import type { EngineLog } from '../hub/index.ts';

/** What the engine does for each call of the link that it knows. A refusal is thrown as `Refusal`. */
export type LinkHandlers = {
  readonly [M in LinkMethod]?: (params: LinkParams<M>) => LinkResult<M> | Promise<LinkResult<M>>;
};

/** An answer on its way to a peer. */
export type LinkAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: { readonly code: string; readonly message: string } };

/** Answers one line; null when it isn't even a request that could be answered. Never rejects. */
export async function answerLine(line: string, handlers: LinkHandlers, log: EngineLog): Promise<LinkAnswer | null> {
  const request = parseRequest(line);
  if (request === null) return null;
  const { id, method, params } = request;
  const handle = isLinkMethod(method) ? (handlers[method] as ((params: unknown) => unknown) | undefined) : undefined;
  if (!isLinkMethod(method) || handle === undefined) return refused(id, 'NOT_FOUND', 'There is no such call');
  const checked = LINK_CALLS[method].params.safeParse(params ?? {});
  if (!checked.success) return refused(id, 'BAD_INPUT', describe(checked.error.issues));
  try {
    return { id, result: await handle(checked.data) };
  } catch (error) {
    if (error instanceof Refusal) return refused(id, error.code, error.message);
    log.error('A call over the link failed', { method, cause: error instanceof Error ? error.stack : String(error) });
    return refused(id, 'INTERNAL', 'The engine could not do it');
  }
}

function parseRequest(line: string): { id: number; method: string; params: unknown } | null {
  try {
    const { id, method, params } = linkRequestSchema.parse(JSON.parse(line));
    return { id, method, params };
  } catch {
    // Not ours: there is nobody to answer.
    return null;
  }
}

function isLinkMethod(method: string): method is LinkMethod {
  return Object.hasOwn(LINK_CALLS, method);
}

function refused(id: number, code: string, message: string): LinkAnswer {
  return { id, error: { code, message } };
}

function describe(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  const [first] = issues;
  return first === undefined ? 'Bad input' : `${first.path.map(String).join('.')}: ${first.message}`;
}
