import { type Frames, frames } from '../../../shared/time/index.ts';
import type { AssetId, Marker, MarkerOrigin, MarkerType } from '../../domain/library/index.ts';
import type { MarkersTable } from './tables/library-tables.ts';

/** The marker of a row. */
export function markerOfRow(row: MarkersTable): Marker {
  return {
    type: row.type as MarkerType,
    origin: row.origin as MarkerOrigin,
    atFrame: frames(row.at_frame),
    quiet: quietOf(row.quiet_from_frame, row.quiet_until_frame),
    label: row.label,
  };
}

/** The columns of `markers` for a marker. */
export function markerColumns(id: AssetId, { type, origin, atFrame, quiet, label }: Marker): MarkersTable {
  const quietColumns = { quiet_from_frame: quiet?.fromFrame ?? null, quiet_until_frame: quiet?.untilFrame ?? null };
  return { asset_id: id, type, origin, at_frame: atFrame, ...quietColumns, label };
}

function quietOf(from: number | null, until: number | null): { readonly fromFrame: Frames; readonly untilFrame: Frames } | null {
  return from === null || until === null ? null : { fromFrame: frames(from), untilFrame: frames(until) };
}
