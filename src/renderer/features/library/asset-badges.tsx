import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { type SyntheticEvent, useId, useRef } from 'react';
import type { Asset } from '../../../shared/contract/index.ts';
import { type BadgeLook, StatusBadge } from '../../ui/status-badge.tsx';
import { lifecycleBadge } from './asset-facts.ts';
import { BADGE_WORDS } from './badge-words.ts';
import './asset-badges.css';

type Badge = Asset['badges'][number];

const LOOK: Readonly<Record<Badge['level'], BadgeLook>> = { fault: 'failed', warning: 'problem', info: 'outline' };
/** As wide as in asset-badges.css. */
const WIDTH_PX = 280;

const FORM = { fault: CircleAlert, warning: TriangleAlert, info: Info } as const;

/** An asset's badges, the gravest first: each says what it means and what to do when it is pointed at or has the focus. */
export function AssetBadges({
  asset,
  most,
}: {
  readonly asset: Pick<Asset, 'badges' | 'lifecycle' | 'isApproved'>;
  readonly most: number;
}) {
  const state = lifecycleBadge(asset);
  if (asset.badges.length === 0) return <Explained look={state.look} word={state.word} reason={`${state.meaning}.`} />;
  const hidden = asset.badges.length - most;
  return (
    <span className="asset-badges">
      {asset.badges.slice(0, most).map((badge) => (
        <BadgeMark key={badge.code} badge={badge} />
      ))}
      {hidden > 0 && <span className="asset-badges-more">+{hidden}</span>}
    </span>
  );
}

function BadgeMark({ badge }: { readonly badge: Badge }) {
  const look = badge.code === 'missing' ? 'missing' : LOOK[badge.level];
  return <Explained look={look} word={BADGE_WORDS[badge.code]} reason={badge.reason} form={badge.level} />;
}

interface ExplainedProps {
  readonly look: BadgeLook;
  readonly word: string;
  readonly reason: string;
  readonly form?: Badge['level'];
}

function Explained({ look, word, reason, form }: ExplainedProps) {
  const id = useId();
  const sentence = useRef<HTMLSpanElement>(null);
  const Form = form && FORM[form];
  const tell = (event: SyntheticEvent<HTMLElement>) => {
    const at = event.currentTarget.getBoundingClientRect();
    const box = sentence.current;
    if (!box) return;
    box.style.left = `${Math.min(at.left, innerWidth - WIDTH_PX - 8)}px`;
    box.style.top = `${at.bottom + 6}px`;
    box.showPopover();
  };
  const hide = () => sentence.current?.hidePopover();
  return (
    <button
      type="button"
      className="badge-button"
      aria-describedby={id}
      onPointerEnter={tell}
      onFocus={tell}
      onPointerLeave={hide}
      onBlur={hide}
    >
      <StatusBadge look={look}>
        {Form && <Form />}
        {word}
      </StatusBadge>
      <span ref={sentence} id={id} role="tooltip" popover="manual" className="badge-reason">
        {reason}
      </span>
    </button>
  );
}
