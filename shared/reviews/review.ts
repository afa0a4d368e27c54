import { instantOfParis } from '../kernel/day/paris-time.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { SigningBasis } from '../people/organisation/signatory.ts';
import type { AnswerError, RoundError } from './review-errors.ts';

/** What an organisation may answer about an exact text. */
export const REVIEW_ANSWERS = ['approve', 'approveWithReservation', 'refuse'] as const;
export type ReviewAnswer = (typeof REVIEW_ANSWERS)[number];

/** What came of a round that was held to its end. */
export type ReviewOutcome = 'approved' | 'notApproved' | 'noQuorum';

/** How a round ended: all had answered, its deadline came, whoever opened it took it back, or a new one took its place. */
export type ReviewEnding = 'allAnswered' | 'deadline' | 'withdrawn' | 'replaced';

/** One answer, as it was given: lines are added, never changed. */
export interface AnswerLine {
  /** From 1, within its round. */
  readonly number: number;
  readonly organisationId: string;
  readonly answer: ReviewAnswer;
  /** Empty for a plain approval without a word. */
  readonly reason: string;
  /** [O9] What made whoever gave it a signatory; null before there were any. */
  readonly basis: SigningBasis | null;
  readonly at: Date;
}

/** An organisation whose answer was asked, under its name of that day. */
export interface AskedOrganisation {
  readonly id: string;
  readonly name: string;
}

/** What decides about a round. */
export interface RoundState {
  readonly deadline: Date;
  readonly quorum: number;
  readonly closedAt: Date | null;
  readonly ending: ReviewEnding | null;
  readonly asked: readonly AskedOrganisation[];
  readonly answers: readonly AnswerLine[];
}

/** What a round asks, before it is opened. */
export interface NewRound {
  readonly questions: readonly string[];
  readonly deadline: Date;
  readonly organisationIds: readonly string[];
  readonly quorum: number;
}

export const ASKED_MAX = 60;
export const QUESTIONS_MAX = 10;
const QUESTION_MAX = 500;
const REASON_MAX = 2_000;
const YEAR_MS = 366 * 86_400_000;

/** [RV3] The questions of a round, one a line; blank lines are passed over. Refused: more than ten, one of more than 500 characters. */
export function parseQuestions(
  lines: string,
): Result<readonly string[], 'review.questionsTooMany' | 'review.questionTooLong'> {
  const questions = lines
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
  if (questions.length > QUESTIONS_MAX) return fail('review.questionsTooMany');
  if (questions.some(({ length }) => length > QUESTION_MAX)) return fail('review.questionTooLong');
  return ok(questions);
}

const WITHDRAWN_FOR_MAX = 500;

/** [RV8] Why an open round is taken back, as it is kept. */
export function parseWithdrawal(
  reason: string,
): Result<string, 'review.reasonMissing' | 'review.reasonTooLong'> {
  const kept = reason.trim();
  if (kept === '') return fail('review.reasonMissing');
  return kept.length > WITHDRAWN_FOR_MAX ? fail('review.reasonTooLong') : ok(kept);
}

/** [RV3] When a round ends, as a form says it on the clock of Paris. */
export function parseDeadline(wall: string): Result<Date, 'review.deadlineInvalid'> {
  const deadline = instantOfParis(wall);
  return deadline ? ok(deadline) : fail('review.deadlineInvalid');
}

/** [RV3] How many are to answer, as it was typed. */
export function parseQuorum(typed: string): Result<number, 'review.quorumInvalid'> {
  return /^\d{1,3}$/.test(typed.trim()) ? ok(Number(typed)) : fail('review.quorumInvalid');
}

/** [RV3] May such a round be opened now, by these organisations that could answer? An organisation that is asked twice is asked once. */
export function checkRound(
  { deadline, organisationIds, quorum }: NewRound,
  { now, canAnswer }: { readonly now: Date; readonly canAnswer: readonly string[] },
): Result<readonly string[], RoundError> {
  const asked = [...new Set(organisationIds)];
  if (asked.length === 0) return fail('review.nobodyAsked');
  if (asked.length > ASKED_MAX) return fail('review.tooManyAsked');
  if (asked.some((id) => !canAnswer.includes(id))) return fail('review.organisationCannotAnswer');
  if (deadline <= now) return fail('review.deadlinePast');
  if (deadline.getTime() - now.getTime() > YEAR_MS) return fail('review.deadlineTooFar');
  if (!Number.isInteger(quorum) || quorum < 1 || quorum > asked.length) return fail('review.quorumInvalid');
  return ok(asked);
}

/** [RV6] Is the round still open at this instant? After its deadline it is not, whether or not that was noted yet. */
export function isRoundOpen({ closedAt, deadline }: Pick<RoundState, 'closedAt' | 'deadline'>, now: Date) {
  return closedAt === null && now < deadline;
}

/** [RV5] What each organisation that was asked says: its last line, or null for its silence. In the order of the organisations. */
export function standingAnswers<Line extends AnswerLine>({
  asked,
  answers,
}: {
  readonly asked: readonly AskedOrganisation[];
  readonly answers: readonly Line[];
}): { readonly organisation: AskedOrganisation; readonly answer: Line | null }[] {
  return asked.map((organisation) => ({
    organisation,
    answer:
      answers
        .filter(({ organisationId }) => organisationId === organisation.id)
        .toSorted((a, b) => a.number - b.number)
        .at(-1) ?? null,
  }));
}

/** [RV7] What the answers come to: too few are no quorum, one refusal keeps the text from being approved, reservations do not. */
export function outcomeOf(round: Pick<RoundState, 'asked' | 'answers' | 'quorum'>): ReviewOutcome {
  const given = standingAnswers(round).flatMap(({ answer }) => answer?.answer ?? []);
  if (given.length < round.quorum) return 'noQuorum';
  return given.includes('refuse') ? 'notApproved' : 'approved';
}

/** Has every organisation that was asked answered? */
export function haveAllAnswered(round: Pick<RoundState, 'asked' | 'answers'>): boolean {
  return standingAnswers(round).every(({ answer }) => answer !== null);
}

/** Somebody’s answer for an organisation, about the text that they had before them. */
export interface GivenAnswer {
  readonly organisationId: string;
  readonly answer: ReviewAnswer;
  readonly reason: string;
  /** The fingerprint of the text that they read. */
  readonly sha256: string;
  /** The number of the last line of their organisation that they saw; 0 when there was none. */
  readonly seen: number;
}

/**
 * [RV4] [RV5] [RV6] May this answer be added? `mayAnswer`: whoever gives it has the right to; `ownOrganisationId`: theirs. The
 * value is the reason as it is kept.
 */
export function checkAnswer(
  { organisationId, answer, reason, sha256, seen }: GivenAnswer,
  {
    round,
    text,
    ownOrganisationId,
    mayAnswer,
    now,
  }: {
    readonly round: RoundState;
    /** The fingerprint of the text that the round is about. */
    readonly text: string;
    readonly ownOrganisationId: string | null;
    readonly mayAnswer: boolean;
    readonly now: Date;
  },
): Result<string, AnswerError> {
  if (ownOrganisationId !== organisationId) return fail('review.otherOrganisation');
  if (!round.asked.some(({ id }) => id === organisationId)) return fail('review.notAsked');
  if (!mayAnswer) return fail('review.mayNotAnswer');
  if (round.ending === 'replaced') return fail('review.replaced');
  if (round.ending === 'withdrawn') return fail('review.withdrawn');
  if (now >= round.deadline) return fail('review.deadlinePassed');
  if (round.closedAt) return fail('review.closed');
  if (sha256 !== text) return fail('review.otherText');
  const kept = reason.replaceAll('\r\n', '\n').trim();
  if (answer !== 'approve' && kept === '') return fail('review.reasonMissing');
  if (kept.length > REASON_MAX) return fail('review.reasonTooLong');
  const last = standingAnswers(round).find(({ organisation }) => organisation.id === organisationId)?.answer;
  if (last && last.answer === answer && last.reason === kept) return fail('review.sameAnswer');
  return (last?.number ?? 0) === seen ? ok(kept) : fail('review.answeredMeanwhile');
}
