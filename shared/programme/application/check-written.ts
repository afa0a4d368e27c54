import { fail, ok, type Result } from '../../kernel/result.ts';
import { checkAnswers } from './check-answer.ts';
import { checkEligibility } from './eligibility.ts';
import type { Answers, Form } from './form.ts';
import type { FormWorld } from './world.ts';

/** [AP8] [AP10] [AP15] Whether answers may be handed over: all of them, or those that are written again or later, the others being as they were. */
export function checkWritten(
  form: Form,
  answers: Answers,
  world: FormWorld,
  keys?: readonly string[],
): Result<void, 'application.incomplete' | 'application.ineligible'> {
  const isWritten = ({ field }: { field: string }) => !keys || keys.includes(field);
  if (checkAnswers(form, answers, world).some(isWritten)) return fail('application.incomplete');
  const findings = checkEligibility(form, answers, world).filter(isWritten);
  return findings.some(({ isBlocking }) => isBlocking) ? fail('application.ineligible') : ok();
}
