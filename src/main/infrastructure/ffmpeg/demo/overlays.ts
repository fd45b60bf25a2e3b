import { type Caption, DESIGN, type Shape } from './demo-clip.ts';

const CAPTION_FADE_SECONDS = 0.6;
/** FFmpeg asks fontconfig, which answers with the machine's own sans serif. */
const FONT = 'Sans';

/** The part of the filter graph that lays shapes over `[backdrop]`, ending in `[shaped]`. Each shape is drawn once and then moved. */
export function shapesGraph(shapes: readonly Shape[], rate: string): string {
  if (shapes.length === 0) return '[backdrop]null[shaped]';
  return shapes
    .map((shape, index) => {
      const under = index === 0 ? 'backdrop' : `layer${index - 1}`;
      const over = index === shapes.length - 1 ? 'shaped' : `layer${index}`;
      return `${drawn(shape, rate)}[shape${index}];[${under}][shape${index}]overlay=x='${shape.x}-w/2':y='${shape.y}-h/2'[${over}]`;
    })
    .join(';');
}

function drawn({ form, width, height, colour }: Shape, rate: string): string {
  const base = `color=c=${colour}:s=${width}x${height}:r=${rate}`;
  if (form === 'panel') return base;
  const once = `format=yuva444p,trim=end_frame=1,geq=lum='p(X,Y)':cb='p(X,Y)':cr='p(X,Y)':a='${opacityOf(form, width / 2)}',format=yuva420p`;
  return `${base},${once},loop=-1:1:0,setpts=N/(${rate})/TB`;
}

/** How much of a shape covers what is under it, 0 to 255, as an expression of the place (X, Y). */
function opacityOf(form: 'disc' | 'ring' | 'scrim', radius: number): string {
  if (form === 'scrim') return '200*pow(Y/H,1.2)';
  const distance = `hypot(X-${radius},Y-${radius})`;
  const edge = `clip(${radius - 1}-${distance},0,1)`;
  return form === 'ring' ? `255*${edge}*clip(${distance}-${radius * 0.8},0,1)` : `255*${edge}`;
}

/** The filters that write captions over a picture, one after the other. */
export function captionFilters(captions: readonly Caption[]): readonly string[] {
  return captions.map(({ text, size, colour, x, y, fromSecond, toSecond }) => {
    const opacity = `clip(min(t-${fromSecond},${toSecond}-t)/${CAPTION_FADE_SECONDS},0,1)`;
    const place = `x=${x ?? `(${DESIGN.width}-text_w)/2`}:y=${y}`;
    return `drawtext=expansion=none:text='${text}':font=${FONT}:fontsize=${size}:fontcolor=${colour}:${place}:alpha='${opacity}':enable='between(t,${fromSecond},${toSecond})'`;
  });
}
