import { dates } from '#shared/kernel/dates.fr.ts';
import { meeting as words } from '#shared/meetings/meeting/meeting.fr.ts';
import type { HeldLetters } from '#shared/people/letter/allowance.ts';
import { letterWords } from '#shared/people/letter/letter.fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { PostButton } from '../../ui/post-button.tsx';

interface MeetingNewsProps {
  readonly news: string | null;
  readonly invited: number | null;
  readonly reminded: number | null;
  /** A point that was just taken off the agenda. */
  readonly removedId: string | null;
  /** [MA3] What of one's letters is held back. */
  readonly held: Pick<HeldLetters, 'letters' | 'until'> | null;
}

/** What the last gesture did, and how to take it back. */
export function MeetingNews({ news, invited, reminded, removedId, held }: MeetingNewsProps) {
  if (removedId) {
    return (
      <Notice kind="success">
        <div className="row">
          <span>{words.itemRemoved}</span>
          <PostButton fields={{ intent: 'putBackItem', item: removedId }}>{words.putBack}</PostButton>
        </div>
      </Notice>
    );
  }
  const sentence = sentenceOf(news, invited, reminded);
  if (!sentence) return null;
  return (
    <Notice kind="success">
      <p>{sentence}</p>
      {held && <p>{letterWords.yours(held.letters, dates.exact(held.until))}</p>}
    </Notice>
  );
}

function sentenceOf(news: string | null, invited: number | null, reminded: number | null): string | null {
  if (invited !== null) return words.invited(invited);
  if (reminded !== null) return words.reminded(reminded);
  return Object.entries(words.news).find(([key]) => key === news)?.[1] ?? null;
}
