import type { PlaylogDifference } from '../../domain/playlog/index.ts';
import type { PlaylogRepository } from '../ports/playlog-repository.ts';

/** Writes a change of the playlog; answers the new revision. */
export async function writeDifference(playlog: PlaylogRepository, { before, after }: PlaylogDifference): Promise<number> {
  await playlog.remove(before.map(({ id }) => id));
  await playlog.add(after);
  return playlog.nextRevision();
}
