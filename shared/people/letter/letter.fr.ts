import { plural } from '../../kernel/plural.fr.ts';

/** What somebody whose day is full reads of the letters that they just sent ([MA3]). */
export const letterWords = {
  /** After an invitation whose mail is held back. */
  invitationHeld:
    'L’invitation est faite. Vous avez envoyé aujourd’hui autant de courriels qu’une personne le peut en un jour : le sien partira plus tard, de lui-même, et la liste dit quand.',
  /** Beside an invitation that waits for its mail. */
  leaves: (exact: string) => `Son courriel partira le ${exact}`,
  /** After a gesture that told a group. */
  yours: (letters: number, exact: string) =>
    `${plural(letters, 'de vos courriels attend', 'de vos courriels attendent')} : vous avez envoyé aujourd’hui autant de courriels qu’une personne le peut en un jour. Ils partiront d’eux-mêmes, les derniers le ${exact}.`,
} as const;
