import { isQuorate, type VoteChoice, type VoteResult } from '#shared/meetings/held/vote.ts';
import { votes } from './meeting-held.fr.ts';

const list = new Intl.ListFormat('fr');

/** [MR9] What a vote came to, in one or two sentences: which choice leads, then the quorum. */
export function outcomeOf(choices: readonly VoteChoice[], result: VoteResult): string[] {
  const words = votes.result;
  const { leading, counts, cast, eligible, represented, needed } = result;
  const labels = leading.flatMap((id) => choices.find((choice) => choice.id === id)?.label ?? []);
  const most = counts.find(({ choice }) => choice === leading[0])?.voices ?? 0;
  const [only] = labels;
  const led =
    only === undefined
      ? words.nobody
      : labels.length === 1
        ? words.leading(only, most, cast)
        : words.tie(list.format(labels.map(words.quoted)), most);
  if (needed === 0) return [led, words.represented(represented, eligible)];
  return [led, (isQuorate(result) ? words.quorate : words.notQuorate)(represented, eligible, needed)];
}
