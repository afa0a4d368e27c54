import { Link } from 'react-router';
import { meeting } from '#shared/meetings/meeting/meeting.fr.ts';
import { paths } from '#shared/paths.ts';
import { Notice } from '../../ui/notice.tsx';

const words = meeting.overlaps;

export interface ShownOverlap {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly meeting: { readonly id: string; readonly title: string; readonly groupName: string } | null;
  readonly isSameGroup: boolean;
  readonly people: readonly string[];
}

/** What takes place at the same time: to know, not to forbid. */
export function OverlapList({ overlaps }: { overlaps: readonly ShownOverlap[] }) {
  if (overlaps.length === 0) return null;
  return (
    <Notice kind="warning">
      <p>
        <strong>{words.title}</strong>
      </p>
      <ul>
        {overlaps.map((overlap) => {
          const { startsAt, meeting: other } = overlap;
          const sentence = sentenceOf(overlap);
          return (
            <li key={`${startsAt.toISOString()} ${other?.id ?? sentence}`}>
              {other ? <Link to={paths.meeting(other)}>{sentence}</Link> : sentence}
            </li>
          );
        })}
      </ul>
      <p>{words.warning}</p>
    </Notice>
  );
}

function sentenceOf({ meeting: other, isSameGroup, people, ...span }: ShownOverlap): string {
  const [when, names] = [meeting.span(span), people.join(', ')];
  if (!other) return words.hidden(when, names);
  return isSameGroup ? words.same(other.title, when) : words.other(other.title, other.groupName, when, names);
}
