/**
 * Every step that ever changed the database's shape, oldest first.
 *
 * - A step that was released is never changed again; a new one is added at the end, one line here.
 * - Steps go forward only. What is on disk before a step is copied first.
 */
import type { Migration } from '../migrate.ts';
import { library } from './001-library.ts';
import { playlogAndAsRun } from './002-playlog-and-as-run.ts';
import { usersAndSessions } from './003-users-and-sessions.ts';
import { libraryDepth } from './004-library-depth.ts';
import { planner } from './005-planner.ts';
import { libraryLists } from './006-library-lists.ts';
import { libraryCare } from './007-library-care.ts';
import { asRunCare } from './009-as-run-care.ts';
import { soundAlone } from './010-sound-alone.ts';
import { sidecars } from './011-sidecars.ts';
import { liveItems } from './012-live-items.ts';

/** The steps in order of their version. */
export const MIGRATIONS: readonly Migration[] = [
  library,
  playlogAndAsRun,
  usersAndSessions,
  libraryDepth,
  planner,
  libraryLists,
  libraryCare,
  asRunCare,
  soundAlone,
  sidecars,
  liveItems,
];
