import { expect, it } from 'vitest';
import { parseFilters } from './filter-list.ts';

const PRINTED = `Filters:
  T.. = Timeline support
  .S. = Slice threading
  ..C = Command support
  A = Audio input/output
 ... abench            A->A       Benchmark part of a filtergraph.
 .S. tonemap           V->V       Conversion to/from different dynamic ranges.
 .SC zscale            V->V       Apply resizing, colorspace and bit depth conversion.
 ... anullsrc          |->A       Null audio source, return empty audio frames.
`;

it('reads the names of the filters that an FFmpeg has', () => {
  expect([...parseFilters(PRINTED)]).toEqual(['abench', 'tonemap', 'zscale', 'anullsrc']);
});
