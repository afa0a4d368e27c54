import { z } from 'zod';
import type { DomainError } from '#shared/errors.ts';
import { instantOfParis } from '#shared/kernel/day/paris-time.ts';
import { type NewRound, parseQuestions } from '#shared/reviews/review.ts';
import { parseForm } from '../kernel/refusal.server.ts';
import { idsIn } from './change-round.server.ts';

const Opening = z.object({
  questions: z.string().max(20_000),
  deadline: z.string().max(40),
  quorum: z.string().max(10),
  replaces: z.string().max(64).optional(),
});

/** What was typed to open a round. */
export interface TypedOpening extends z.output<typeof Opening> {
  readonly organisations: readonly string[];
}

type Errors = Partial<Record<string, DomainError>>;

/** Where a refusal is said. */
const FIELDS: Partial<Record<DomainError, string>> = {
  'review.nobodyAsked': 'organisations',
  'review.tooManyAsked': 'organisations',
  'review.organisationCannotAnswer': 'organisations',
  'review.deadlineInvalid': 'deadline',
  'review.deadlinePast': 'deadline',
  'review.deadlineTooFar': 'deadline',
  'review.quorumInvalid': 'quorum',
  'review.questionsTooMany': 'questions',
  'review.questionTooLong': 'questions',
  'review.alreadyOpen': 'replaces',
};

/** [RV3] The form that opens a round: what was typed, and the round that it asks for or why it is none. */
export function parseOpening(form: FormData): {
  readonly typed: TypedOpening;
  readonly asked:
    | { readonly ok: true; readonly value: NewRound & { readonly replaces: string | null } }
    | { readonly ok: false; readonly error: Errors };
} {
  const typed = { ...parseForm(Opening, form), organisations: idsIn(form, 'organisations') };
  const questions = parseQuestions(typed.questions);
  const deadline = instantOfParis(typed.deadline);
  if (!questions.ok || !deadline)
    return {
      typed,
      asked: {
        ok: false,
        error: {
          ...(!questions.ok && { questions: questions.error }),
          ...(!deadline && { deadline: 'review.deadlineInvalid' }),
        },
      },
    };
  const quorum = /^\d{1,3}$/.test(typed.quorum.trim()) ? Number(typed.quorum) : Number.NaN;
  const value = {
    questions: questions.value,
    deadline,
    organisationIds: typed.organisations,
    quorum,
    replaces: typed.replaces ?? null,
  };
  return { typed, asked: { ok: true, value } };
}

/** A refusal at its field. */
export function placeRefusal(error: DomainError): Errors {
  return { [FIELDS[error] ?? '']: error };
}
