import { assertNever } from '../../../../shared/assert-never.ts';
import { type Backdrop, type Colour, DESIGN, type Palette } from './demo-clip.ts';

const FULL = `scale=${DESIGN.width}:${DESIGN.height}:flags=bicubic,format=yuv420p`;

/** The part of FFmpeg's filter graph that draws a backdrop at the design's size and a rate, ending in `[backdrop]`. */
export function backdropGraph(backdrop: Backdrop, rate: string): string {
  switch (backdrop.type) {
    case 'plain':
      return `color=c=${backdrop.colour}:s=${DESIGN.width}x${DESIGN.height}:r=${rate}[backdrop]`;
    case 'aurora':
      return `${aurora(backdrop.palette, backdrop.speed, rate)},${FULL}[backdrop]`;
    case 'zoom':
      return zoom(rate);
    case 'life':
      return life(backdrop.palette, rate);
    case 'loom':
      return loom(backdrop.palette, rate);
    case 'figures':
      return figures(rate);
    default:
      return assertNever(backdrop);
  }
}

/** Two slow waves mix three colours. Drawn tiny, for the cost; a smooth field loses nothing by scaling. */
function aurora(palette: Palette, speed: number, rate: string): string {
  const wave = `st(0,0.5+0.5*sin(X/11+T*${0.5 * speed}+sin(Y/9-T*${0.3 * speed})))`;
  const cross = `st(1,0.5+0.5*sin(Y/8-T*${0.4 * speed}+sin(X/15+T*${0.25 * speed})))`;
  const channel = (index: 0 | 1 | 2): string => {
    const [ground, middle, light] = [palette.ground, palette.middle, palette.light].map((colour) => channelsOf(colour)[index]);
    return `'${wave};${cross};${ground}+(${middle}-${ground})*ld(0)+(${light}-${ground})*ld(1)*(1-ld(0))'`;
  };
  return `color=c=black:s=64x36:r=${rate},format=gbrp,geq=r=${channel(0)}:g=${channel(1)}:b=${channel(2)},format=yuv444p`;
}

function zoom(rate: string): string {
  const place = 'start_x=-0.743643887:start_y=-0.131825904:start_scale=1.4:end_scale=0.0008:end_pts=1100:maxiter=500';
  return (
    `mandelbrot=s=640x360:r=${rate}:${place}:outer=normalized_iteration_count,` +
    `format=gray,format=yuv444p,pseudocolor=preset=magma,${FULL}[backdrop]`
  );
}

function life({ ground, middle, light }: Palette, rate: string): string {
  const cells = `life=s=160x90:r=12.5:mold=10:ratio=0.14:seed=7:death_color=${ground}:mold_color=${middle}:life_color=${light}`;
  return (
    `${cells},fps=${rate},scale=640:360:flags=neighbor,format=gbrp,split[cells][copy];` +
    `[copy]gblur=sigma=7[glow];[cells][glow]blend=all_mode=lighten,${FULL}[backdrop]`
  );
}

function loom(palette: Palette, rate: string): string {
  return (
    `cellauto=s=128x72:rule=110:r=6.25:random_seed=5,fps=${rate},format=gray,scale=640:360:flags=neighbor,format=gbrp,` +
    `lutrgb=r=110+val*0.57:g=110+val*0.57:b=110+val*0.57[weave];` +
    `${aurora(palette, 1.4, rate)},scale=640:360:flags=bicubic,format=gbrp[dye];` +
    `[dye][weave]blend=all_mode=multiply,${FULL}[backdrop]`
  );
}

/** Two voices that are a little out of tune draw a figure that never closes. */
function figures(rate: string): string {
  const voice = (phase: number): string =>
    `0.42*sin(2*PI*(100+${phase})*t+${phase})*(0.8+0.2*sin(t*0.37))+0.3*sin(2*PI*(150.${phase}3+${phase})*t+${phase}*t*0.2)`;
  return (
    `aevalsrc='${voice(0)}|${voice(1)}':s=48000,` +
    `avectorscope=s=640x360:r=${rate}:mode=lissajous_xy:draw=line:zoom=1.15:rc=60:gc=150:bc=255:rf=8:gf=6:bf=3,${FULL}[backdrop]`
  );
}

function channelsOf(colour: Colour): readonly [number, number, number] {
  const value = Number(colour);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
