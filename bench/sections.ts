import type { BenchSection } from './bench-section.ts';
import { scheduleScrollSection } from './console/schedule-scroll-section.ts';
import { engineSection } from './engine/engine-section.ts';
import { importSection } from './library/import-section.ts';
import { librarySection } from './library/library-section.ts';
import { memorySection } from './library/memory-section.ts';
import { scrollSection } from './library/scroll-section.ts';
import { alarmsSection } from './live/alarms-section.ts';
import { driftSection } from './live/drift-section.ts';
import { inputsSection } from './live/inputs-section.ts';
import { plannerSection } from './planner/planner-section.ts';

/** All sections, in the order they run. A new one is a file of its own and a line here. */
export const SECTIONS: readonly BenchSection[] = [engineSection, librarySection, plannerSection];

/** Sections that take minutes, or tell of a part alone, and run only when they are asked for by name. */
export const SECTIONS_ON_REQUEST: readonly BenchSection[] = [
  importSection,
  memorySection,
  scrollSection,
  scheduleScrollSection,
  inputsSection,
  driftSection,
  alarmsSection,
];
