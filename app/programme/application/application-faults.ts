import { fieldsOf, subfieldsOf } from '#shared/programme/application/answers.ts';
import { addressOf } from '#shared/programme/application/application-doc.ts';
import { checkAnswers } from '#shared/programme/application/check-answer.ts';
import { eligibility as words } from '#shared/programme/application/eligibility.fr.ts';
import { checkEligibility } from '#shared/programme/application/eligibility.ts';
import type { Answers, Form } from '#shared/programme/application/form.ts';
import type { FormWorld } from '#shared/programme/application/world.ts';

/** One thing to do before the submission, with the field to go to. */
export interface ToDo {
  readonly address: string;
  readonly key: string;
  readonly label: string;
  readonly message: string;
}

export interface AnswerFaults {
  /** What is wrong with what was said, by address: shown beside the field. */
  readonly said: ReadonlyMap<string, string>;
  /** Everything that keeps it from being submitted, in the order of the form. */
  readonly missing: readonly ToDo[];
  /** Doubtful, but taken. */
  readonly warnings: readonly ToDo[];
}

/** [AP8] [CA9] [CA10] What the answers lack, of the fields that are shown. */
export function faultsOfAnswers(form: Form, shown: Form, answers: Answers, world: FormWorld): AnswerFaults {
  const order = new Map(fieldsOf(shown).map((field, at) => [field.key, { field, at }]));
  const found: (ToDo & { isBlocking: boolean; isMissing: boolean; at: number })[] = [];
  for (const fault of checkAnswers(form, answers, world)) {
    const of = order.get(fault.field);
    if (!of) continue;
    const inner = fault.inner && subfieldsOf(of.field).find(({ key }) => key === fault.inner);
    found.push({
      address:
        fault.inner && fault.rowId
          ? addressOf(fault.inner, { block: fault.field, row: fault.rowId })
          : fault.field,
      key: fault.field,
      label: inner ? `${of.field.label}, ${inner.label}` : of.field.label,
      message: words.answer(fault),
      isBlocking: true,
      isMissing: fault.code === 'answer.missing',
      at: of.at,
    });
  }
  for (const finding of checkEligibility(form, answers, world)) {
    const of = order.get(finding.field);
    if (!of || found.some(({ address }) => address === finding.field)) continue;
    found.push({
      address: finding.field,
      key: finding.field,
      label: of.field.label,
      message: words.finding(finding),
      isBlocking: finding.isBlocking,
      isMissing: false,
      at: of.at,
    });
  }
  found.sort((one, other) => one.at - other.at);
  return {
    said: new Map(
      found.filter(({ isMissing }) => !isMissing).map(({ address, message }) => [address, message]),
    ),
    missing: found.filter(({ isBlocking }) => isBlocking),
    warnings: found.filter(({ isBlocking }) => !isBlocking),
  };
}
