import { expect, it } from 'vitest';
import { fr } from '#shared/words.fr.ts';

/** What is typed and has a form: a day, an hour, a number, an address. */
const HAS_FORM =
  /\.(?:\w*[dD](?:ay|ate)|start|due|until|time|deadline|number|days|quarters|price|cost|weights|rank|mark|minutes|tolerance|limit|quorum|value|year|bound|formats|email|address|link|url|site|schema|record)Invalid$/;

it('[H14] RGAA 11.11: the refusal of what has a form says the form, an example or where to choose', () => {
  const refusals = Object.entries(fr.errors).filter(([code]) => HAS_FORM.test(code));
  expect(refusals.length).toBeGreaterThan(35);
  const help =
    /, comme |par exemple|Exemple|\d|https:|[Cc]hoisissez|(?:Donnez|Indiquez|Écrivez) (?:un|une|la|le) (?:date|jour|nombre)/;
  expect(refusals.filter(([, sentence]) => typeof sentence === 'string' && !help.test(sentence))).toEqual([]);
});
