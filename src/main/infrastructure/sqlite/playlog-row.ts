import type { Explanation } from '../../../shared/contract/playlog.ts';
import { frames } from '../../../shared/time/index.ts';
import { NO_ORIGIN, type PlaylogItem, type PlaylogOrigin } from '../../domain/playlog/index.ts';
import type { PlaylogItemsTable } from './tables/playlog-tables.ts';

/** An item as its row. */
export function playlogRow(item: PlaylogItem): PlaylogItemsTable {
  return {
    id: item.id,
    start_frame: item.startFrame,
    duration_frames: item.durationFrames,
    kind: item.kind,
    title: item.title,
    house_id: item.houseId,
    asset_id: item.assetId,
    input_id: item.inputId,
    in_frame: item.inFrame,
    start_mode: item.startMode,
    status: item.status,
    explanation_json: JSON.stringify(item.explanation),
    origin_json: item.origin === NO_ORIGIN ? null : JSON.stringify(item.origin),
  };
}

/** The item of a row. @throws when its explanation can't be read. */
export function playlogItemOfRow(row: PlaylogItemsTable): PlaylogItem {
  return {
    id: row.id,
    startFrame: frames(row.start_frame),
    durationFrames: frames(row.duration_frames),
    kind: row.kind,
    title: row.title,
    houseId: row.house_id,
    assetId: row.asset_id,
    inputId: row.input_id,
    inFrame: frames(row.in_frame),
    startMode: row.start_mode,
    status: row.status,
    // Written by this file alone; thousands are read at a time.
    explanation: JSON.parse(row.explanation_json) as Explanation,
    origin: row.origin_json === null ? NO_ORIGIN : (JSON.parse(row.origin_json) as PlaylogOrigin),
  };
}
