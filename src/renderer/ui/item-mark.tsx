import type { AssetKind } from '../../shared/contract/index.ts';
import { KindMark, kindName } from './kind-mark.tsx';
import { StatusBadge } from './status-badge.tsx';

/** What tells a live input from media: of an item of the playlog, the input that is on. */
interface Item {
  readonly kind: AssetKind;
  readonly inputId?: string | null | undefined;
}

/** Whether an item is a live input. */
export function isLive({ inputId }: Pick<Item, 'inputId'>): boolean {
  return inputId !== null && inputId !== undefined;
}

/** The name for people of what an item is. */
export function itemName(item: Item): string {
  return isLive(item) ? 'Live input' : kindName(item.kind);
}

/** What an item is: a live input, or media of a kind. */
export function ItemMark({ item }: { readonly item: Item }) {
  return isLive(item) ? <StatusBadge look="live">LIVE</StatusBadge> : <KindMark kind={item.kind} />;
}
