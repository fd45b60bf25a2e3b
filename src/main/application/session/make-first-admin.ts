import type { Clock } from '../ports/clock.ts';
import type { IdGenerator } from '../ports/ids.ts';
import type { PasswordHasher } from '../ports/password-hasher.ts';
import type { TokenMaker } from '../ports/token-maker.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** What making the first admin needs. */
export interface FirstAdminNeeds {
  readonly unitOfWork: UnitOfWork;
  readonly hasher: PasswordHasher;
  readonly tokens: TokenMaker;
  readonly ids: IdGenerator;
  readonly clock: Clock;
  /** Where a made-up password is left for the station's owner to find. */
  readonly leaveNote: (password: string) => Promise<void>;
}

/** The name of the user that every station starts with. */
const FIRST_ADMIN = 'admin';

const MADE_UP_LENGTH = 20;

/**
 * Gives a station that has no users its first one.
 * @param chosenPassword what the owner wants it to be; null makes one up and leaves a note
 */
export async function makeFirstAdmin(needs: FirstAdminNeeds, chosenPassword: string | null): Promise<void> {
  if (!(await needs.unitOfWork.run(({ users }) => users.isEmpty()))) return;
  const password = chosenPassword ?? needs.tokens.make().slice(0, MADE_UP_LENGTH);
  const passwordHash = await needs.hasher.hash(password);
  // The note first: a password that nobody can read locks the owner out, a note too many does not.
  if (chosenPassword === null) await needs.leaveNote(password);
  const user = { id: needs.ids.next(), username: FIRST_ADMIN, role: 'admin', passwordHash, createdAt: needs.clock.now() } as const;
  await needs.unitOfWork.run(({ users }) => users.add(user));
}
