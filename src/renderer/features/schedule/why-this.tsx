import type { PlaylogItem } from '../../../shared/contract/index.ts';

/** Of the section's element, to be brought into focus. */
export const WHY_THIS_ID = 'why-this';

/** Why an item stands where it does: the rule that chose it, who else stood for it, why those were refused, and what had to be relaxed. */
export function WhyThis({ item: { explanation, placedBy, breach } }: { readonly item: PlaylogItem }) {
  const { rule, seed, candidateCount, refused, relaxed } = explanation;
  return (
    <section id={WHY_THIS_ID} className="why-this" aria-label="Why this?" tabIndex={-1}>
      <h4 className="caption">Why this?</h4>
      <p>{rule}</p>
      {placedBy && <p>Placed by {placedBy}: the planner leaves it where it is.</p>}
      {breach && <p className="why-relaxed">By the rules it may not air there: {breach}. Only people change what people placed.</p>}
      {relaxed !== null && <p className="why-relaxed">Relaxed to find anything: {relaxed}</p>}
      <p className="why-count">
        {candidateCount === 1 ? 'One candidate' : `${candidateCount} candidates`}
        {seed !== null && `, drawn with seed ${seed}`}.
      </p>
      {refused.length > 0 && (
        <>
          <h4 className="caption">Refused</h4>
          <ul>
            {refused.map(({ assetId, title, reason }) => (
              <li key={`${assetId} ${reason}`}>
                <b className="ellipsis">{title}</b>
                <span>{reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
