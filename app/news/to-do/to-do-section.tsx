import {
  CalendarCheck,
  FileCheck,
  KeyRound,
  ListPlus,
  MessageSquareDiff,
  Signature,
  UserPlus,
} from 'lucide-react';
import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { home as words } from '#shared/news/to-do/home.fr.ts';
import type { Awaited, AwaitedKind } from '#shared/news/to-do/to-do.ts';
import { paths } from '#shared/paths.ts';
import { reviewPaths } from '#shared/reviews/review-paths.ts';

const ICONS = {
  answer: CalendarCheck,
  item: ListPlus,
  minutes: FileCheck,
  review: Signature,
  join: UserPlus,
  access: KeyRound,
  suggestion: MessageSquareDiff,
} satisfies Record<AwaitedKind, unknown>;

const HREFS: Record<AwaitedKind, (titled: { id: string; title: string }) => string> = {
  answer: paths.meeting,
  item: paths.meeting,
  minutes: paths.meetingMinutes,
  review: ({ id }) => reviewPaths.review(id),
  join: paths.groupMembers,
  access: paths.documentAccess,
  suggestion: paths.document,
};

/** [HO1] Who waits for an answer of the reader, each line leading to where it is given. */
export function AwaitedSection({ awaited, now }: { awaited: readonly Awaited[]; now: Date }) {
  return (
    <section className="plate" aria-labelledby="awaited">
      <header>
        <h2 id="awaited">{words.awaited}</h2>
      </header>
      {awaited.length === 0 && <p className="muted">{words.nothingAwaited}</p>}
      <ul className="ruled">
        {awaited.map(({ kind, id, title, group, count, at }) => {
          const Icon = ICONS[kind];
          const hasDay = kind === 'answer' || kind === 'item' || kind === 'review';
          return (
            <li className="item" key={`${kind} ${id}`}>
              <Icon className="icon" aria-hidden="true" />
              <div>
                <Link to={HREFS[kind]({ id, title })}>{title}</Link>
                <p className="muted">
                  {words.awaits[kind](count)}
                  {kind !== 'join' && ` · ${group.name}`}
                </p>
              </div>
              <time className="muted small" dateTime={at.toISOString()} title={dates.exact(at)}>
                {hasDay ? dates.short(at) : dates.relative(at, now)}
              </time>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
