/** Why a search finds nothing before it has looked. */
export type SearchError =
  | 'search.tooLong'
  | 'search.onlySigns'
  | 'search.onlySmallWords'
  | 'search.onlyWithout'
  | 'search.stateUnknown'
  | 'search.tooSlow';
