import { useVirtualizer } from '@tanstack/react-virtual';
import { type HTMLAttributes, memo, type ReactNode, useEffect, useRef } from 'react';
import './virtual-table.css';

/** Every row of the console's tables is this high. */
const ROW_PX = 28;

/** A column's heading, and the class that its heading and its cells share. */
export interface Column {
  readonly name: string;
  readonly className: string;
}

interface VirtualTableProps<Row> {
  readonly label: string;
  /** Sets the columns' widths (`grid-template-columns`) for headings and rows alike. */
  readonly gridClass: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  /** Draws the cells of a row, one `td` a column. As long as it, `rowProps` and a row are the very same, that row is not drawn anew. */
  readonly cells: (row: Row) => ReactNode;
  /** The class of a row, besides the ones that lay it out. */
  readonly rowClass: (row: Row) => string;
  /** How a row answers to pointer and drag; null: it does not. */
  readonly rowProps: ((row: Row) => HTMLAttributes<HTMLTableRowElement>) | null;
  /** The row to bring into sight whenever it is another one; null: none. */
  readonly shownIndex: number | null;
  /** Called when the last row comes into sight, so that more can be read. */
  readonly onEndSeen: (() => void) | null;
}

/** A table of any length: only the rows in sight are in the page. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { label, gridClass, columns, rows, keyOf, cells, rowClass, rowProps, shownIndex, onEndSeen } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW_PX, overscan: 8 });
  const slots = list.getVirtualItems();
  const lastSeen = slots.at(-1)?.index ?? -1;
  useEffect(() => {
    if (onEndSeen && lastSeen >= rows.length - 1) onEndSeen();
  }, [onEndSeen, lastSeen, rows.length]);
  useEffect(() => {
    if (shownIndex !== null) list.scrollToIndex(shownIndex, { align: 'auto' });
  }, [list, shownIndex]);
  return (
    <div ref={scroller} className="virtual-table">
      <table aria-label={label} aria-rowcount={rows.length}>
        <thead>
          <tr className={`virtual-table-head caption ${gridClass}`}>
            {columns.map(({ name, className }) => (
              <th key={`${name} ${className}`} scope="col" className={className}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={{ height: list.getTotalSize() }}>
          {slots.map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <VirtualRow
                key={keyOf(row)}
                row={row}
                index={index}
                top={start}
                className={`virtual-table-row ${gridClass} ${rowClass(row)}`}
                rowProps={rowProps}
                cells={cells}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface VirtualRowProps<Row> extends Pick<VirtualTableProps<Row>, 'cells' | 'rowProps'> {
  readonly row: Row;
  readonly index: number;
  readonly top: number;
  readonly className: string;
}

const VirtualRow = memo(function VirtualRow<Row>({ row, index, top, className, rowProps, cells }: VirtualRowProps<Row>) {
  return (
    <tr {...rowProps?.(row)} className={className} style={{ top }} aria-rowindex={index + 1}>
      {cells(row)}
    </tr>
  );
}) as <Row>(props: VirtualRowProps<Row>) => ReactNode;
