import type { LibraryTables } from './tables/library-tables.ts';
import type { PlannerTables } from './tables/planner-tables.ts';
import type { PlaylogTables } from './tables/playlog-tables.ts';
import type { UserTables } from './tables/user-tables.ts';

/** Every table of the station's database. Each feature declares its own in `tables/` and adds itself here. */
export interface StationDatabase extends LibraryTables, PlannerTables, PlaylogTables, UserTables {}
