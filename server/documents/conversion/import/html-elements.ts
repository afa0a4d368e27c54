const names = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Elements of HTML that a document keeps something of, by what they are on a page: the one list of them. A line holds text and what stands in it. */
export const LINES = names('p h1 h2 h3 h4 h5 h6');

/** What holds lines or stands between them. */
export const BLOCKS = names(
  'ul ol li dl dt dd blockquote div section article main table caption thead tbody tfoot tr th td figure figcaption details summary pre hr iframe',
);

/** What stands in a line. */
export const INLINES = names(
  'a span strong b em i s del strike u ins sup sub code kbd mark time br img math label input audio video',
);

/** Elements that we have no use for and that HTML shows on lines of their own. */
export const OTHER_BLOCKS = names(
  'address aside center dialog fieldset footer form header hgroup legend nav optgroup option search select textarea',
);
