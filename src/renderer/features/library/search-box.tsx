import { CircleHelp, Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { TOKEN_HELP } from './search-tokens.ts';

const DEBOUNCE_MS = 150;

/** The id of the search box, for the command that goes there. */
export const SEARCH_BOX_ID = 'library-search';

interface SearchBoxProps {
  readonly search: string;
  /** What the station could not read in it; null when it could. */
  readonly fault: string | null;
  readonly onSearch: (search: string) => void;
}

/** The search box: words and tokens, with help on the tokens and the station's word on those it can't read. */
export function SearchBox({ search, fault, onSearch }: SearchBoxProps) {
  const [text, setText] = useState(search);
  useEffect(() => setText(search), [search]);
  useEffect(() => {
    if (text === search) return;
    const timer = setTimeout(() => onSearch(text), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [text, search, onSearch]);
  return (
    <div className="search-box" data-fault={fault !== null}>
      <Search />
      <input
        id={SEARCH_BOX_ID}
        type="search"
        placeholder="Search title, series, tags, people, house ID; kind:promo  expires<7d"
        aria-label="Search the library"
        aria-invalid={fault !== null}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <button type="button" className="search-help-button" aria-label="What the search understands" popoverTarget="search-help">
        <CircleHelp />
      </button>
      {fault !== null && (
        <p className="search-fault" role="alert">
          {fault}
        </p>
      )}
      <dl id="search-help" popover="auto" className="search-help">
        {TOKEN_HELP.map(({ token, meaning }) => (
          <div key={token}>
            <dt>{token}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
