import { review as words } from '#shared/reviews/review.fr.ts';

type State = keyof typeof words.state;

const LOOKS: Record<State, string> = {
  open: 'badge info',
  approved: 'badge success',
  notApproved: 'badge danger',
  noQuorum: 'badge warning',
  withdrawn: 'badge',
  replaced: 'badge',
  ending: 'badge',
};

/** How a round stands, in a word. */
export function RoundState({ state }: { state: State }) {
  return <span className={LOOKS[state]}>{words.state[state]}</span>;
}
