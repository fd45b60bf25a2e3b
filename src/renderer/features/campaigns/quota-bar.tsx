import './quota-bar.css';

interface QuotaBarProps {
  readonly aired: number;
  /** null: no cap. */
  readonly sold: number | null;
  /** How many should have aired by now, drawn as a mark; null: unknown. */
  readonly due: number | null;
}

/** How many of the plays that were sold aired. */
export function QuotaBar({ aired, sold, due }: QuotaBarProps) {
  if (sold === null) {
    return (
      <div className="quota-bar">
        <span>
          <b>{aired}</b> no cap
        </span>
      </div>
    );
  }
  const isBehind = due !== null && aired < due;
  return (
    <div
      className="quota-bar"
      data-behind={isBehind}
      title={isBehind ? `${due - aired} behind: ${due} should have aired by tonight` : undefined}
    >
      <span>
        <b>{aired}</b> of {sold}
        {isBehind && <em>{due - aired} behind</em>}
      </span>
      <i aria-hidden="true">
        <i style={{ width: percent(aired, sold) }} />
        {due !== null && <u style={{ left: percent(due, sold) }} />}
      </i>
    </div>
  );
}

function percent(part: number, whole: number): string {
  return `${Math.min(100, (part * 100) / whole)}%`;
}
