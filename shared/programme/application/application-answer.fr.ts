import { isDay } from '#shared/kernel/day/days.ts';
import type { SimpleAnswer, SimpleField } from '#shared/programme/application/form.ts';
import type { FormWorld } from '#shared/programme/application/world.ts';
import { dates } from '../../kernel/dates.fr.ts';
import { applicationForm as words } from './application-form.fr.ts';

/** A day in words; what is no day as it was typed. */
function dayOf(value: unknown): string {
  return isDay(value) ? dates.short(new Date(`${value}T12:00:00Z`)) : String(value ?? '');
}

/** An answer as it is read; empty for none. Keys of lists and registers are told by their names. */
export function answerInWords(field: SimpleField, answer: SimpleAnswer, world: FormWorld): string {
  if (answer === null || answer === undefined) return '';
  const choice = (key: unknown) => field.choices.find((known) => known.key === key)?.label ?? String(key);
  if (typeof answer === 'boolean') return answer ? words.yes : words.no;
  if (Array.isArray(answer)) return answer.map(choice).join(', ');
  if (typeof answer === 'object') {
    if ('fileId' in answer) return answer.name;
    return 'from' in answer ? [answer.from, answer.to].map(dayOf).join(' – ') : '';
  }
  switch (field.kind) {
    case 'choice':
      return choice(answer);
    case 'date':
      return dayOf(answer);
    case 'municipality':
      return world.municipalities.find(({ code }) => code === answer)?.name ?? String(answer);
    case 'agreement':
      return world.agreements.find(({ id }) => id === answer)?.name ?? String(answer);
    case 'intermunicipality':
      return world.intermunicipalities.find(({ siren }) => siren === answer)?.name ?? String(answer);
    default:
      return String(answer);
  }
}
