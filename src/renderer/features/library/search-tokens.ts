/** A search under a name, as a shortcut offers it. */
export interface Shortcut {
  readonly name: string;
  readonly search: string;
  /** What it means when the search finds nothing. */
  readonly nothing: string;
}

/** The shortcuts of the rail: what people look for most. */
export const SHORTCUTS: readonly Shortcut[] = [
  { name: 'Ready for air', search: 'is:ready is:approved', nothing: 'Nothing is ready for air' },
  { name: 'To be approved', search: 'is:ready -is:approved', nothing: 'Nothing waits for approval' },
  { name: 'Never aired', search: 'never:aired', nothing: 'Everything has aired' },
  { name: 'Unused', search: 'unused:yes', nothing: 'Everything has aired or is planned' },
  { name: 'Expiring in a week', search: 'expires<7d -is:expired', nothing: 'No rights end within a week' },
  { name: 'Rights expired', search: 'is:expired', nothing: 'No rights have expired' },
  { name: 'Duplicates', search: 'is:duplicate', nothing: 'No file is there twice' },
  { name: 'Held back', search: 'is:held', nothing: 'Nothing is held back' },
  { name: 'Looks or sounds wrong', search: 'is:flawed', nothing: 'Nothing looks or sounds wrong' },
  { name: 'Missing files', search: 'is:missing', nothing: 'No file is missing' },
  { name: 'Added this week', search: 'added<7d', nothing: 'Nothing was added this week' },
];

/** The search that shows the bin. */
export const BIN_SEARCH = 'is:bin';

/** What the search box understands, with an example each. */
export const TOKEN_HELP: readonly { readonly token: string; readonly meaning: string }[] = [
  { token: 'kind:promo', meaning: 'Also spot, bumper, station-id, psa, filler, slate; several with commas' },
  { token: 'genre:news tag:live', meaning: 'Also series: person: advertiser: category: rating: language:' },
  { token: '-tag:old', meaning: 'Without that tag; a minus turns names and is: around' },
  { token: 'is:ready', meaning: 'Also approved, new, retired, missing, flawed, held, expired, duplicate, bin' },
  { token: 'expires<7d', meaning: 'Rights that end within a week; lengths in s, m, h, d, w' },
  { token: 'duration>30m', meaning: 'Longer than half an hour' },
  { token: 'added<1w aired>30d', meaning: 'Imported within a week; not aired for a month' },
  { token: 'year>=1990', meaning: 'From 1990 on' },
  { token: 'never:aired unused:yes', meaning: 'Never on air; nowhere in the playlog either' },
  { token: 'genre:"late night"', meaning: 'Quotes around what holds spaces' },
];
