import { assertNever } from '../../../shared/assert-never.ts';
import type { StationCalls } from '../../station-client/index.ts';
import { allChosen } from '../../ui/selection.ts';
import { useAssetStore } from './asset-store.ts';
import { useBulkStore } from './bulk-store.ts';
import { idsOf, useLibraryStore } from './library-store.ts';
import { type Marks, withBreaks, withIn, withLast } from './marks.ts';
import { nextSpeed, usePreviewStore } from './preview-store.ts';

/** What commands can do in the library: to the asset in the player, or to all that are chosen. */
export interface LibraryDesk {
  readonly mark: (what: 'in' | 'out' | 'break') => void;
  readonly undoMark: () => void;
  readonly saveMarks: () => Promise<boolean>;
  readonly play: (by: 1 | -1) => void;
  readonly pause: () => void;
  readonly step: (by: 1 | -1) => void;
  readonly chooseAll: () => void;
  readonly binChosen: () => Promise<boolean>;
}

/** Joins the commands with the library's stores. What the station refuses is told by those. */
export function openLibraryDesk(calls: StationCalls): LibraryDesk {
  const player = () => usePreviewStore.getState();
  const list = () => useLibraryStore.getState();
  return {
    mark: (what) => player().mark((marks) => marked(marks, what)),
    undoMark: () => player().undo(),
    saveMarks: () => useAssetStore.getState().saveMarks(calls, player().marks),
    play: (by) => player().setSpeed(nextSpeed(player().speed, by)),
    pause: () => player().setSpeed(0),
    step: (by) => {
      player().setSpeed(0);
      player().seek(player().playhead + by);
    },
    chooseAll: () => {
      const { data } = list().reading;
      if (data) list().choose(allChosen(idsOf(data)));
    },
    binChosen: () => useBulkStore.getState().run(calls, { op: 'bin', ids: [...list().selection.ids] }),
  };
}

function marked(marks: Marks, what: 'in' | 'out' | 'break'): Marks {
  const { playhead, length } = usePreviewStore.getState();
  switch (what) {
    case 'in':
      return withIn(marks, playhead);
    case 'out':
      return withLast(marks, playhead, length);
    case 'break':
      return withBreaks(marks, [playhead], length);
    default:
      return assertNever(what);
  }
}
