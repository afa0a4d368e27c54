import { fold } from '../../kernel/text/fold.ts';

/**
 * What whoever guesses tries first: words, here without their digits, signs, accents and capitals. A password that is nothing else, whatever is put
 * around it (« Motdepasse2023! »), is no better than they are.
 */
const WORDS = new Set(
  `motdepasse monmotdepasse motdepassemotdepasse lemotdepasse nouveaumotdepasse changezmoi changemoi administrateur administration admin
  adminadmin utilisateur bienvenue bonjour bonjourbonjour bonjourmonde soleil soleilsoleil chocolat doudou doudoudoudou marseille
  olympiquedemarseille parissaintgermain jetaime jetaimejetaime jetaimemonamour jetaimefort monamour moncoeur toujours jesuisla loulou
  loulouloulou princesse princesseprincesse camille nicolas isabelle caroline stephanie alexandre azerty azertyuiop azertyuiopqsdfghjklm
  qwerty qwertyuiop qwertyuiopasdfghjkl qsdfghjklm wxcvbn azertyazerty qwertyqwerty azertyqwerty password passwordpassword mypassword
  thisismypassword newpassword passw passwort passphrase letmein letmeinnow letmeinplease welcome welcomewelcome iloveyou iloveyouiloveyou
  iloveyousomuch iloveyouforever football footballfootball baseball basketball superman spiderman batman starwars dragon dragondragon monkey
  monkeymonkey sunshine princess liverpool liverpoolfc manchesterunited changeme changemenow trustno master mastermaster computer internet
  secret secretsecret topsecret whatever nothing testtest testtesttest testpassword motdepassetest test demo default defaultpassword
  administrator superuser root rootroot toor user username login loginlogin guest unknown correcthorsebatterystaple jesuislemeilleur
  lafrance vivelafrance francefrance republiquefrancaise liberteegalitefraternite libertegalitefraternite mairie lamairie mairiemairie
  cordee cordeecordee actioncoeurdeville actioncoeurdevilledata coeurdeville coeurdevilledata banquedesterritoires villedeparis`
    .split(/\s+/)
    .filter(Boolean),
);
/** Rows of keys, and orders that everybody knows, each there and back. */
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  '&é"\'(-è_çà)=',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
];
const SEQUENCES = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);
/** As many different characters, at least. */
const FEWEST_CHARACTERS = 5;

/** Without accents and capitals: as whoever guesses writes it. */
export const plainText = fold;

/** The same without anything that is no letter: the word inside a password. */
export const lettersOf = (text: string) => plainText(text).replace(/[^a-z]/g, '');

/**
 * [P4] Is this password one of those that are tried first? A common word with anything around it that is no letter, what the person is called or their address
 * is made of, a few characters again and again, or a row of keys. `about` are the person's own words.
 */
export function isCommonPassword(password: string, about: readonly string[] = []): boolean {
  const whole = plainText(password);
  const word = lettersOf(password);
  if (new Set(whole).size < FEWEST_CHARACTERS) return true;
  if (WORDS.has(word)) return true;
  if (isRepeated(whole) || SEQUENCES.some((sequence) => sequence.includes(whole))) return true;
  return about.map(lettersOf).some((own) => own.length > 2 && (word === own || word === own + own));
}

/** « abcabcabcabc » : the same short piece, at least twice, and nothing else. */
function isRepeated(text: string): boolean {
  for (let length = 1; length <= Math.min(6, text.length / 2); length++)
    if (text.length % length === 0 && text.slice(0, length).repeat(text.length / length) === text)
      return true;
  return false;
}
