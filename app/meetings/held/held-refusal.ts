import { votes as words } from '#shared/meetings/held/meeting-held.fr.ts';
import { ABSTENTION, type VoteChoice } from '#shared/meetings/held/vote.ts';

/** What the page is told when a gesture was refused: which form, its faults, and what was typed. */
export interface HeldRefusal {
  readonly form: string;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly values: Readonly<Partial<Record<string, string>>>;
}

interface Refused {
  readonly errors: HeldRefusal['errors'];
  readonly values: HeldRefusal['values'] & { readonly form: string };
}
interface KnownVote {
  readonly id: string;
  readonly choices: readonly VoteChoice[];
}

/** The form of a ballot that came after the vote was closed. */
export const LATE_BALLOT = 'lateBallot';

/** Why a gesture was refused. [MR8] Of a ballot that came too late, what was chosen is said again. */
export function refusalWith(refused: Refused | undefined, votes: readonly KnownVote[]): HeldRefusal | null {
  if (!refused) return null;
  const { errors, values } = refused;
  const { form, choice } = values;
  const choices = votes.find(({ id }) => id === values.vote)?.choices ?? [];
  const label = choice === ABSTENTION ? words.abstention : choices.find(({ id }) => id === choice)?.label;
  if (form !== LATE_BALLOT || !label) return { form, errors, values };
  return { form, errors: { ...errors, '': `${errors['']} ${words.late(label)}` }, values };
}
