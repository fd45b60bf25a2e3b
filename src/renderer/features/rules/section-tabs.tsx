import { type RulesSection, useRulesStore } from './rules-store.ts';
import './section-tabs.css';

const SECTIONS: readonly { readonly section: RulesSection; readonly name: string }[] = [
  { section: 'week', name: 'Week' },
  { section: 'breaks', name: 'Breaks' },
  { section: 'day', name: 'Day & ratings' },
  { section: 'campaigns', name: 'Campaigns' },
];

/** The parts of the view, one of which is in sight. */
export function SectionTabs() {
  const { section: shown, show } = useRulesStore();
  return (
    <nav className="section-tabs" aria-label="Rules">
      {SECTIONS.map(({ section, name }) => (
        <button key={section} type="button" aria-current={shown === section ? 'page' : undefined} onClick={() => show(section)}>
          {name}
        </button>
      ))}
    </nav>
  );
}
