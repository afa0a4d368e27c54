import { fail, ok, type Result } from '../../kernel/result.ts';

/** Whose voices are counted: one an organisation, or one a person. */
export const VOTE_BY = ['organisation', 'person'] as const;
export type VoteBy = (typeof VOTE_BY)[number];

/** How many of those who may vote must be there, themselves or by proxy. */
export const QUORUMS = ['none', 'half', 'twoThirds'] as const;
export type Quorum = (typeof QUORUMS)[number];

export interface VoteChoice {
  readonly id: string;
  readonly label: string;
}

/** [MR7] The choice that every vote has, beside its own. */
export const ABSTENTION = 'abstention';
/** More would be a survey. */
export const CHOICES_MAX = 10;
const CHOICE_MAX = 120;

/** One voice: which voter's, and for what. */
export interface Voice {
  readonly voter: string;
  readonly choice: string;
}

/** What a vote came to, as it is kept. */
export interface VoteResult {
  /** Voices by choice, abstentions included, in the order of the choices. */
  readonly counts: readonly { readonly choice: string; readonly voices: number }[];
  /** Who could vote, who was there to do it (themselves or by proxy), and how many had to be. */
  readonly eligible: number;
  readonly represented: number;
  readonly needed: number;
  readonly cast: number;
  /** The choices with the most voices, abstentions left out: several when they are equal, none when nobody chose. */
  readonly leading: readonly string[];
}

/** [MR7] The choices of a vote, one a line; two that are equal are one. Refused: fewer than two, more than ten. */
export function parseChoices(
  lines: string,
): Result<readonly VoteChoice[], 'meetingHeld.choicesTooFew' | 'meetingHeld.choicesTooMany'> {
  const labels = lines
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim().slice(0, CHOICE_MAX))
    .filter((label) => label !== '');
  const own = [...new Set(labels)];
  if (own.length < 2) return fail('meetingHeld.choicesTooFew');
  if (own.length > CHOICES_MAX) return fail('meetingHeld.choicesTooMany');
  return ok(own.map((label, index) => ({ id: `choix-${index + 1}`, label })));
}

/** [MR9] How many voters must be there for a vote to count. */
export function neededFor(quorum: Quorum, eligible: number): number {
  if (quorum === 'none') return 0;
  return Math.ceil(quorum === 'half' ? eligible / 2 : (eligible * 2) / 3);
}

/** [MR9] Counts the voices of those who may vote; others, and choices that there are not, count for nothing. */
export function countVote({
  choices,
  voices,
  voters,
  represented,
  quorum,
}: {
  readonly choices: readonly VoteChoice[];
  readonly voices: readonly Voice[];
  readonly voters: readonly string[];
  readonly represented: number;
  readonly quorum: Quorum;
}): VoteResult {
  const ids = [...choices.map(({ id }) => id), ABSTENTION];
  const counted = voices.filter(({ voter, choice }) => voters.includes(voter) && ids.includes(choice));
  const counts = ids.map((id) => ({
    choice: id,
    voices: counted.filter(({ choice }) => choice === id).length,
  }));
  const own = counts.filter(({ choice }) => choice !== ABSTENTION);
  const most = Math.max(0, ...own.map(({ voices: count }) => count));
  return {
    counts,
    eligible: voters.length,
    represented,
    needed: neededFor(quorum, voters.length),
    cast: counted.length,
    leading: most === 0 ? [] : own.filter(({ voices: count }) => count === most).map(({ choice }) => choice),
  };
}

/** Were enough there? */
export function isQuorate({ represented, needed }: VoteResult): boolean {
  return represented >= needed;
}
