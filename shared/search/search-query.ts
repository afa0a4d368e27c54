import { fail, ok, type Result } from '../kernel/result.ts';
import { fold } from '../kernel/text/fold.ts';
import type { SearchError } from './search-errors.ts';

/** One thing that must be there, or must not. */
export interface SearchTerm {
  /** Spellings of one word, any of which will do; of a phrase, its only one. */
  readonly forms: readonly string[];
  readonly isPhrase: boolean;
  readonly isWithout: boolean;
  /** The word may still be growing under the keys. */
  readonly isBegun: boolean;
}

/** On a page of results. */
export const RESULTS_A_PAGE = 20;

/** What was typed, told apart. No terms: nothing was asked. */
export interface SearchQuery {
  readonly text: string;
  readonly terms: readonly SearchTerm[];
}

export const LONGEST_SEARCH = 300;
/** Two letters are the beginning of half a dictionary. */
const SHORTEST_BEGINNING = 2;

/**
 * [SE2] Words, "exact phrases" between any quotation marks, and -words that must be absent. The last word counts as begun when
 * `isTyping` and nothing stands after it. Refused: longer than 300 characters, signs alone, only what must be absent.
 */
export function parseSearch(
  typed: string,
  { isTyping = false }: { isTyping?: boolean } = {},
): Result<SearchQuery, SearchError> {
  const text = typed.normalize('NFC').replaceAll('\0', '').trim();
  if (text.length > LONGEST_SEARCH) return fail('search.tooLong');
  if (text === '') return ok({ text, terms: [] });
  const isOpen = isTyping && /[\p{L}\p{N}]$/u.test(typed.normalize('NFC'));
  const terms = [...text.matchAll(/(-?)(?:["«“]([^"»”]*)(?:["»”]|$)|([^\s"«»“”]+))/gu)].flatMap((match) => {
    const [whole, sign, phrase, word] = match;
    const isLast = match.index + whole.length === text.length;
    const given = (phrase ?? word ?? '').trim();
    if (!/[\p{L}\p{N}]/u.test(given)) return [];
    const isPhrase = phrase !== undefined;
    const isBegun = !isPhrase && isOpen && isLast && sign === '' && lettersAtEnd(given) >= SHORTEST_BEGINNING;
    return [{ forms: isPhrase ? [given] : formsOf(given), isPhrase, isWithout: sign === '-', isBegun }];
  });
  if (terms.length === 0) return fail('search.onlySigns');
  if (terms.every(({ isWithout }) => isWithout)) return fail('search.onlyWithout');
  return ok({ text, terms });
}

function lettersAtEnd(word: string): number {
  return /[\p{L}\p{N}]*$/u.exec(word)?.[0].length ?? 0;
}

/**
 * [SE1] Accents are taken away before the stem, so that « biodiversite » finds « biodiversité »; a few endings are then cut otherwise
 * than with theirs: « première » beside « premier », « validée » beside « valider ». Both spellings are looked for.
 */
function formsOf(word: string): string[] {
  const plain = fold(word);
  const other = OTHER_ENDINGS.flatMap(([ending, instead]) =>
    ending.test(plain) ? [plain.replace(ending, instead)] : [],
  );
  return [...new Set([word, ...other])];
}

const OTHER_ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ieres?$/, 'ier'],
  [/iers?$/, 'iere'],
  [/ees?$/, 'e'],
  [/(?<=\w{3}[^e])(?:er|es?)$/, 'ee'],
];
