import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { ROLES, type Role } from '../../../shared/contract/index.ts';
import { hasRole, useSessionStore } from './session-store.ts';
import './role-gate.css';

/** Why whoever is signed in may not do what takes a role; null when they may. While nobody is known to be signed in, the station decides. */
export function useDenial(least: Role): string | null {
  const session = useSessionStore((state) => state.session);
  if (session.state !== 'signed-in' || hasRole(session, least)) return null;
  return denialText(session.session.role, least);
}

/** The reason, in a sentence: `This takes a scheduler or an admin; you are signed in as a viewer.` */
export function denialText(role: Role, least: Role): string {
  const may = ROLES.slice(ROLES.indexOf(least)).map(withArticle);
  const last = may.at(-1) ?? '';
  const all = may.length === 1 ? last : `${may.slice(0, -1).join(', ')} or ${last}`;
  return `This takes ${all}; you are signed in as ${withArticle(role)}.`;
}

function withArticle(role: Role): string {
  return `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}`;
}

/** What a button is given so that it is grey, and tells why, for those who may not press it. */
export function denied(denial: string | null): { readonly disabled?: true; readonly title?: string } {
  return denial === null ? {} : { disabled: true, title: denial };
}

/** Fields and buttons that take a role: grey, with the reason above them, for everybody else. */
export function RoleGate({ least, children }: { readonly least: Role; readonly children: ReactNode }) {
  const denial = useDenial(least);
  return (
    <fieldset className="role-gate" disabled={denial !== null}>
      {denial !== null && (
        <p className="role-denial" role="note">
          <Lock /> {denial}
        </p>
      )}
      {children}
    </fieldset>
  );
}
