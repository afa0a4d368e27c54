import { fail, ok, type Result } from '../../kernel/result.ts';
import { storable } from '../../kernel/storable.ts';
import type { SupportError } from './support-errors.ts';

/** [AT7] How a structure helped: it offered to, wrote to the city, or did something that it notes. */
export type SupportKind = 'offer' | 'message' | 'note';

/** [AT6] What a city does that its facilitator may help with: a check, a declared interest, a message to those who did it, a demand of help. */
export type AskKind = 'check' | 'interest' | 'letter' | 'help';

/** Longest message or note, in characters. */
export const SUPPORT_MAX = 2_000;
/** [AT6] What was asked longer ago waits for nobody any more. */
export const ASK_DAYS = 90;

/** [AT7] A text of 1 to 2 000 characters, spaces around it left out. */
export function parseSupportText(
  text: string,
): Result<string, Extract<SupportError, 'support.textEmpty' | 'support.textTooLong'>> {
  const said = storable(text.replaceAll(/\r\n?/g, '\n')).trim();
  if (said === '') return fail('support.textEmpty');
  return said.length > SUPPORT_MAX ? fail('support.textTooLong') : ok(said);
}

/** [AT7] The day of what was done, from the beginning of the programme until today. */
export function checkSupportDay(day: string, today: string): Result<string, 'support.dayInvalid'> {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(`${day}T12:00:00Z`));
  const isReal = isDay && new Date(`${day}T12:00:00Z`).toISOString().startsWith(day);
  return isReal && day >= FIRST_DAY && day <= today ? ok(day) : fail('support.dayInvalid');
}

/** Of the programme Action Cœur de Ville. */
const FIRST_DAY = '2018-01-01';

/** [AT7] May this be changed: a message has left, and stays what it was. */
export const mayChangeSupport = (kind: SupportKind): Result<void, 'support.wasSent'> =>
  kind === 'message' ? fail('support.wasSent') : ok();
