import type { Daypart } from '../../../shared/contract/index.ts';
import type { LiveChoice } from './selection-of.ts';

/** How a daypart's programmes are chosen, in a few words. `inputs`: the live inputs that there are, for their names. */
export function daypartWords({ selection }: Pick<Daypart, 'selection'>, inputs: readonly LiveChoice[]): string {
  switch (selection.type) {
    case 'title':
      return `One title: ${selection.houseId}`;
    case 'series':
      return `${selection.series}, in order`;
    case 'marathon':
      return `Marathon of ${selection.series}`;
    case 'least-recent':
      return `Least recent: ${filterWords(selection.filter)}`;
    case 'random':
      return `At random: ${filterWords(selection.filter)}`;
    case 'block':
      return `Block of ${selection.parts.length}`;
    case 'live':
      return `Live: ${inputs.find(({ id }) => id === selection.inputId)?.name ?? `${selection.inputId} (not there)`}`;
  }
}

type Filter = Extract<Daypart['selection'], { readonly type: 'random' }>['filter'];

function filterWords({ genres, tags, series, ratings }: Filter): string {
  const words = [...genres, ...tags, ...series, ...ratings];
  return words.length === 0 ? 'everything' : words.join(', ');
}
