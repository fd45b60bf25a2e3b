import { type DragEvent, type HTMLAttributes, type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { milliseconds } from '../../../shared/time/index.ts';
import { useStation } from '../../station-client/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { stepped } from '../../ui/selection.ts';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { ghostWords } from './drop-ghost.tsx';
import { type DropPlan, type DropTarget, planDrop } from './drop-plan.ts';
import { dropModeOf, dropWords } from './drop-words.ts';
import { EmptyDay } from './empty-day.tsx';
import { useRowGestures } from './row-gestures.ts';
import { SCHEDULE_COLUMNS, ScheduleCells } from './schedule-cells.tsx';
import type { ScheduleRow } from './schedule-rows.ts';
import { useScheduleStore } from './schedule-store.ts';
import { useTimelineStore } from './timeline-store.ts';
import { dropGround, type ScheduleSight } from './use-schedule-rows.ts';

/** The day item by item. Arrows walk through it, Shift extends; what is dragged in goes behind the row under it. */
export function ScheduleTable({ sight, zone }: { readonly sight: ScheduleSight; readonly zone: string }) {
  const selected = useScheduleStore((state) => state.selection.ids);
  const gestures = useRowGestures(sight);
  const { ghost, dropOn } = useRowDrop(sight);
  const [shownIndex, walk] = useWalk(sight);
  const { rows, rate } = sight;
  const cells = useCallback((row: ScheduleRow) => <ScheduleCells row={row} rate={rate} zone={zone} />, [rate, zone]);
  const rowProps = useCallback(
    (row: ScheduleRow) => ({
      ...gestures(row),
      ...dropOn(row),
      tabIndex: 0,
      'aria-selected': selected.has(row.item.id),
      'aria-label': row.item.title,
    }),
    [gestures, dropOn, selected],
  );
  const note = ghost === null ? `${rows.length} items, times of ${zone}` : planWords(ghost.plan, sight, zone);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the table inside it
    <div className="schedule-table" onKeyDown={walk}>
      <Panel title="Items" note={<span className={ghost === null ? '' : 'schedule-ghost-note'}>{note}</span>} actions={null}>
        {rows.length === 0 ? (
          <EmptyDay />
        ) : (
          <VirtualTable
            label="Schedule items"
            gridClass="schedule-grid"
            columns={SCHEDULE_COLUMNS}
            rows={rows}
            keyOf={({ item }) => item.id}
            cells={cells}
            rowClass={({ item, state }) =>
              `schedule-row schedule-row-${state}${selected.has(item.id) ? ' schedule-row-selected' : ''}${dropClass(item.id, ghost)}`
            }
            rowProps={rowProps}
            shownIndex={shownIndex}
            onEndSeen={null}
          />
        )}
      </Panel>
    </div>
  );
}

function planWords(plan: DropPlan, { rate }: ScheduleSight, zone: string): string {
  return plan.ok ? ghostWords(plan, rate, zone) : plan.reason;
}

/** The line that shows on which side of a row a drop would land. */
function dropClass(itemId: string, ghost: RowGhost | null): string {
  if (ghost?.rowId !== itemId) return '';
  return ` schedule-drop-${ghost.edge}${ghost.plan.ok ? '' : ' schedule-drop-refused'}`;
}

/** Where the table is scrolled to: now at first, then wherever the arrows lead. */
function useWalk({ rows }: ScheduleSight) {
  const [shown, setShown] = useState<string | null>(null);
  const fallback = rows.findIndex(({ state }) => state === 'on-air');
  const index = shown === null ? fallback : rows.findIndex(({ item }) => item.id === shown);
  const walk = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const { selection, select } = useScheduleStore.getState();
    const listed = rows.map(({ item }) => item.id);
    const after = stepped(selection, event.key === 'ArrowDown' ? 1 : -1, event.shiftKey, listed);
    const lead = rows.find(({ item }) => item.id === after.lead)?.item;
    if (lead === undefined) return;
    select(after);
    setShown(lead.id);
    useTimelineStore.getState().reveal(milliseconds(Date.parse(lead.startsAt)));
  };
  return [index < 0 ? null : index, walk] as const;
}

/** A drop beside a row, as it would be if it happened now. */
interface RowGhost {
  readonly plan: DropPlan;
  readonly rowId: string;
  readonly edge: 'before' | 'after';
}

function useRowDrop(sight: ScheduleSight) {
  const { client } = useStation();
  const [ghost, setGhost] = useState<RowGhost | null>(null);
  const latest = useRef(sight);
  latest.current = sight;
  const dropOn = useCallback(
    (row: ScheduleRow): HTMLAttributes<HTMLTableRowElement> => {
      const over = (event: DragEvent) => {
        const planned = planOn(row, event, latest.current);
        if (planned === null) return;
        event.preventDefault();
        setGhost({ plan: planned.plan, rowId: row.item.id, edge: planned.edge });
      };
      const drop = (event: DragEvent) => {
        const planned = planOn(row, event, latest.current);
        const { drag, edit, refuse } = useScheduleStore.getState();
        setGhost(null);
        if (planned !== null) {
          event.preventDefault();
          const what = dropWords(planned.dragged, planned.mode);
          if (planned.plan.ok) void edit(client.calls, what, planned.plan.edits, false);
          else refuse(what, planned.plan.reason);
        }
        // Only now: what was read during the drag comes into sight with it, and the change is about what was in sight before.
        drag(null);
      };
      // Entering, too: what is entered takes no drop until it says so, and the next move may be the last.
      return { onDragEnter: over, onDragOver: over, onDragLeave: () => setGhost(null), onDrop: drop };
    },
    [client],
  );
  return { ghost, dropOn };
}

/** The upper half of a row is the place before it, the lower half the one after it. */
function planOn(row: ScheduleRow, event: DragEvent, sight: ScheduleSight) {
  const { dragged } = useScheduleStore.getState();
  if (dragged === null) return null;
  const mode = dropModeOf(event);
  const { top, height } = event.currentTarget.getBoundingClientRect();
  const edge = event.clientY - top < height / 2 - 1 ? ('before' as const) : ('after' as const);
  return { dragged, mode, edge, plan: planDrop(dragged, besideRow(row, edge, sight), mode, dropGround(sight)) };
}

/** Before a row is after the one before it; only the first of the day has none in sight. */
function besideRow(row: ScheduleRow, edge: 'before' | 'after', { rows }: ScheduleSight): DropTarget {
  const { id } = row.item;
  const previous = edge === 'before' ? rows[rows.findIndex(({ item }) => item.id === id) - 1] : undefined;
  return previous === undefined ? { type: edge, itemId: id } : { type: 'after', itemId: previous.item.id };
}
