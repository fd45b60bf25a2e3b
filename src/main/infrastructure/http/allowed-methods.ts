import { isContractProcedure } from '@orpc/contract';
import { stationContract } from '../../../shared/contract/index.ts';

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
}

/** The methods that a path of the API knows; empty for a path that it does not know at all. Tells 405 from 404. */
export function allowedMethods(path: string): readonly string[] {
  const known = ROUTES.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
  return [...new Set(known)];
}

const ROUTES: readonly Route[] = routesOf(stationContract);

function routesOf(contract: object): Route[] {
  return Object.values(contract).flatMap((part: object) => {
    if (!isContractProcedure(part)) return routesOf(part);
    const { method, path } = part['~orpc'].route;
    return method === undefined || path === undefined ? [] : [{ method, pattern: patternOf(path) }];
  });
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{[^}]+\}/g, '[^/]+')}/?$`);
}
