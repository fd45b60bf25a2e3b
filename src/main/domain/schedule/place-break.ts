import type { Placement } from './placement.ts';
import type { Rotation } from './rotation.ts';
import type { Rotations } from './rotations.ts';

/** Spots in a break, as long as there are that many different ones. */
const SPOTS_IN_BREAK = 2;

/**
 * Places one break: bumper, two spots, a promo or public service announcement, a station ID, bumper. What the library does not have is
 * left out; a break with nothing between its bumpers is no break. A spot never stands twice in one break.
 */
export function placeBreak(placement: Placement, rotations: Rotations): void {
  const { bumpers, spots, promos, stationIds } = rotations;
  if (spots.isEmpty && promos.isEmpty && stationIds.isEmpty) return;
  placement.place(bumpers.pick(placement.at, 'Least recent bumper, out to the break'));
  placeSpots(placement, spots);
  placement.place(promos.pick(placement.at, 'Least recent promo or announcement in the break'));
  placement.place(stationIds.pick(placement.at, 'Least recent station ID in the break'));
  placement.place(bumpers.pick(placement.at, 'Least recent bumper, back from the break'));
}

function placeSpots(placement: Placement, spots: Rotation): void {
  const placed = new Set<string>();
  while (placed.size < SPOTS_IN_BREAK) {
    const upcoming = spots.upcomingId();
    if (upcoming === null || placed.has(upcoming)) return;
    placement.place(spots.pick(placement.at, 'Least recent spot not yet in this break'));
    placed.add(upcoming);
  }
}
