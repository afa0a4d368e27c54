import { CalendarCheck, FileCheck, KeyRound, ListPlus, MessageSquareDiff, UserPlus } from 'lucide-react';
import { Link } from 'react-router';
import type { Awaited, AwaitedKind } from '#shared/home/awaited.ts';
import { dates } from '#shared/messages/fr/dates.ts';
import { home as words } from '#shared/messages/fr/home.ts';
import { paths } from '#shared/paths.ts';

const ICONS = {
  answer: CalendarCheck,
  item: ListPlus,
  minutes: FileCheck,
  join: UserPlus,
  access: KeyRound,
  suggestion: MessageSquareDiff,
} satisfies Record<AwaitedKind, unknown>;

const HREFS: Record<AwaitedKind, (titled: { id: string; title: string }) => string> = {
  answer: paths.meeting,
  item: paths.meeting,
  minutes: paths.meetingMinutes,
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
          const isMeeting = kind === 'answer' || kind === 'item';
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
                {isMeeting ? dates.short(at) : dates.relative(at, now)}
              </time>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
