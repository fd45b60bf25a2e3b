import type { SlateLook } from '../../../../shared/engine-protocol/index.ts';
import type { Milliseconds } from '../../../../shared/time/index.ts';
import type { FrameFormat } from '../frame-format.ts';
import type { FramePool } from '../picture-frame.ts';
import { CardPainter } from './card-painter.ts';
import { cardColours } from './draw-slate.ts';
import { type LogoTools, readLogo } from './read-logo.ts';
import { SlateCard } from './slate-card.ts';

const CLOCK_MS = 1000;

/** What a slate is made from. */
export interface SlateTools extends LogoTools {
  readonly format: FrameFormat;
  readonly pool: FramePool;
  readonly channelName: string;
  readonly now: () => Milliseconds;
}

/** Draws the slate, there at once, and what paints other cards like it. Its logo follows when it has been read; its clock goes by itself. */
export function openSlate(look: SlateLook, tools: SlateTools): { readonly cards: CardPainter; readonly slate: SlateCard } {
  const { format, pool, channelName, now } = tools;
  const colours = cardColours(look.backdrop, look.accent);
  const cards = new CardPainter(format, pool, colours);
  const slate = new SlateCard(cards.paint(look.words ?? channelName), format, colours);
  if (look.logoPath !== null) void readLogo(look.logoPath, format, tools).then((logo) => logo !== null && slate.showLogo(logo));
  if (look.showsClock) setInterval(() => slate.showTime(timeOfDay(now())), CLOCK_MS).unref();
  return { cards, slate };
}

/** The computer's own time of day: `23:59:58`. */
function timeOfDay(atMs: Milliseconds): string {
  const at = new Date(atMs);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}
