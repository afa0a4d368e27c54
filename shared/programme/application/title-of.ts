import type { Answers } from './form.ts';

/** The field of the programme’s form that names a project. */
const TITLE_FIELD = 'titre';
const LONGEST = 200;

/** [AP5] The title of an application, as it answers; empty while it says none. */
export function titleOf(answers: Answers): string {
  const title = answers[TITLE_FIELD];
  return typeof title === 'string' ? title.replace(/\s+/g, ' ').trim().slice(0, LONGEST) : '';
}
