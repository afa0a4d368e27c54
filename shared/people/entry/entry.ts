import type { EntryError } from '#shared/people/entry/entry-errors.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { foldedWords } from '../../kernel/text/fold.ts';
import { NAME_MAX } from '../person/person.ts';

/** [EN1] Digits of a code, how long it may be typed, in minutes, and how often it may be wrong. */
export const CODE_DIGITS = 6;
export const CODE_MINUTES = 15;
export const CODE_TRIES = 5;

/** [EN5] More people than this do not wait for one organisation: whoever comes next writes to the coordination. */
export const TIES_MAX = 20;

/** Longest wish and reason of whoever asks for an access, in characters. */
export const WISH_MAX = 120;
export const REASON_MAX = 500;

/** [EN4] Where anybody gets an address: nobody’s employer. */
const PUBLIC_MAIL = new Set(
  `aim.com aliceadsl.fr aol.com aol.fr bbox.fr cegetel.net club-internet.fr dartybox.com duck.com fastmail.com free.fr
  gmail.com gmx.com gmx.de gmx.fr gmx.net googlemail.com hey.com hotmail.be hotmail.com hotmail.fr hushmail.com icloud.com
  inbox.com infonie.fr laposte.net libertysurf.fr live.com live.fr mac.com mail.com mail.ru mailbox.org mailo.com me.com
  msn.com neuf.fr netcourrier.com noos.fr numericable.fr nordnet.fr orange.com orange.fr outlook.com outlook.fr pm.me
  posteo.de posteo.net proton.me protonmail.ch protonmail.com rocketmail.com sfr.fr skynet.be tele2.fr tiscali.fr tuta.com tuta.io tutanota.com
  videotron.ca voila.fr wanadoo.fr web.de yahoo.ca yahoo.com yahoo.fr yandex.com yandex.ru ymail.com yopmail.com
  zaclys.net zoho.com mailfence.com riseup.net disroot.org 9online.fr`.split(/\s+/),
);

/** What stands after the @ of an address that `parseEmail` took. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/** [EN4] Whether anybody may have an address there. */
export const isPublicMail = (domain: string): boolean => PUBLIC_MAIL.has(domain);

/** [EN3] What somebody is called until they say so: `lea.pons@…` is « Lea Pons », `l.pons@…` « L. Pons ». At most as long as a name. */
export function nameFromAddress(email: string): string {
  const local = email.slice(0, email.lastIndexOf('@')).replace(/\+.*$/, '');
  const words = local.split(/[._\-\s]+/).filter(Boolean);
  const named = words.map((word) => (word.length === 1 ? `${word.toUpperCase()}.` : capital(word)));
  return named.join(' ').slice(0, NAME_MAX) || email.slice(0, NAME_MAX);
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** [EN1] A code as it was typed, with whatever spaces mail programs bring along. */
export function parseCode(text: string): Result<string, EntryError> {
  const digits = text.replace(/[\s.-]+/g, '');
  return /^\d{6}$/.test(digits) ? ok(digits) : fail('entry.codeInvalid');
}

/** [EN7] One line of at most 120 characters, or nothing. */
export function parseWish(text: string): Result<string, EntryError> {
  const wish = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return wish.length > WISH_MAX ? fail('entry.wishTooLong') : ok(wish);
}

/** [EN7] [EN8] Why somebody asks, or is refused: 1 to 500 characters. */
export function parseEntryReason(text: string): Result<string, EntryError> {
  const reason = text.replace(/\r\n?/g, '\n').trim();
  if (reason === '') return fail('entry.reasonEmpty');
  return reason.length > REASON_MAX ? fail('entry.reasonTooLong') : ok(reason);
}

/** A place that somebody may come in for: a commune, an intermunicipality, another organisation. */
export interface EntryPlace {
  /** `commune-82033`, `epci-248200099`, `organisme-…`: what forms and addresses say. */
  readonly value: string;
  readonly name: string;
  /** What tells it from another one of the same name: its département, what it is. */
  readonly detail: string;
}

/** As lists show a place, and as it is typed. */
export const placeText = ({ name, detail }: EntryPlace): string => (detail ? `${name} (${detail})` : name);

/** [EN9] Places that are meant by what was typed: the one that is called so, else those that hold all its words; whatever case, accents and hyphens. */
export function findPlaces(places: readonly EntryPlace[], typed: string): readonly EntryPlace[] {
  const wanted = foldedWords(typed);
  if (wanted === '') return [];
  const whole = places.filter((place) => foldedWords(placeText(place)) === wanted);
  if (whole.length > 0) return whole;
  const named = places.filter(({ name }) => foldedWords(name) === wanted);
  if (named.length > 0) return named;
  const words = wanted.split(' ');
  return places.filter((place) => words.every((word) => foldedWords(placeText(place)).includes(word)));
}
