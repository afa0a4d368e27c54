import { ArrowLeft, ArrowRight, Plus } from 'lucide-react';
import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { meetingHeld } from '#shared/meetings/held/meeting-held.fr.ts';
import { paths } from '#shared/paths.ts';
import { PostButton } from '../../ui/post-button.tsx';
import type { HeldState } from './held-state.ts';

const words = meetingHeld.item;

interface RunItem {
  readonly id: string;
  readonly title: string;
  readonly owner: string | null;
  readonly isDone: boolean;
  readonly clock: { readonly minutes: number; readonly spent: number; readonly left: number };
}

interface AgendaAsideProps {
  readonly meeting: {
    readonly id: string;
    readonly title: string;
    readonly startsAt: Date;
    readonly endsAt: Date;
  };
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly state: HeldState;
  readonly items: readonly RunItem[];
  readonly currentItemId: string | null;
  readonly canRun: boolean;
  readonly now: Date;
}

const MINUTE = 60_000;

/** How long the meeting has lasted, and its agenda along the rope: what was treated, what is now, what comes. */
export function AgendaAside({
  meeting,
  openedAt,
  closedAt,
  state,
  items,
  currentItemId,
  canRun,
  now,
}: AgendaAsideProps) {
  const planned = (meeting.endsAt.getTime() - meeting.startsAt.getTime()) / MINUTE;
  const lasted = openedAt ? ((closedAt ?? now).getTime() - openedAt.getTime()) / MINUTE : 0;
  const current = items.findIndex(({ id }) => id === currentItemId);
  return (
    <aside aria-labelledby="ordre-du-jour">
      {openedAt && (
        <p className="clock">
          <b>{meetingHeld.duration(lasted)}</b>
          <span className="muted">{meetingHeld.outOf(meetingHeld.duration(planned))}</span>
        </p>
      )}
      {openedAt && state === 'open' && (
        <p className="small muted mb-4">
          {meetingHeld.startedAt(dates.clock(openedAt), dates.clock(meeting.endsAt))}
        </p>
      )}
      <h2 id="ordre-du-jour">{meetingHeld.agenda}</h2>
      {items.length === 0 && (
        <div className="stack">
          <p className="muted small">{meetingHeld.noAgenda}</p>
          <Link className="btn sm" to={paths.meeting(meeting)}>
            {meetingHeld.toAgenda}
          </Link>
        </div>
      )}
      <ol className="rope held-agenda">
        {items.map((item, index) => (
          <AgendaLine
            key={item.id}
            item={item}
            isNow={index === current}
            previous={items[index - 1]?.id ?? null}
            next={items[index + 1]?.id ?? ''}
            canRun={canRun}
          />
        ))}
      </ol>
      {canRun && (
        <div className="held-close">
          <PostButton fields={{ intent: 'close' }} className="btn wide-s" describedBy="clore-aide">
            {meetingHeld.close}
          </PostButton>
          <p className="muted small mt-2" id="clore-aide">
            {meetingHeld.closeHint}
          </p>
        </div>
      )}
    </aside>
  );
}

interface AgendaLineProps {
  readonly item: RunItem;
  readonly isNow: boolean;
  readonly previous: string | null;
  /** Empty after the last. */
  readonly next: string;
  readonly canRun: boolean;
}

function AgendaLine({ item, isNow, previous, next, canRun }: AgendaLineProps) {
  const { id, title, owner, isDone, clock } = item;
  const time = isDone || isNow ? words.spent(clock.spent, clock.minutes) : words.planned(clock.minutes);
  return (
    <li className={isNow ? 'now' : isDone ? 'done' : undefined} aria-current={isNow ? 'step' : undefined}>
      <strong>{title}</strong>
      <p className="small muted">
        {isDone && <span className="vh">{words.done}, </span>}
        {[time, owner].filter(Boolean).join(' · ')}
      </p>
      {isNow && (
        <>
          <p className={clock.left < 0 ? 'small held-over' : 'small'}>
            <strong>{clock.left < 0 ? words.over(-clock.left) : words.left(clock.left)}</strong>
          </p>
          <span className="bar mt-2" role="img" aria-label={words.bar(clock.spent, clock.minutes)}>
            <span style={{ width: `${Math.min(100, (100 * clock.spent) / Math.max(1, clock.minutes))}%` }} />
          </span>
        </>
      )}
      {canRun && isNow && (
        <div className="row mt-3">
          <PostButton fields={{ intent: 'time', item: id }} label={words.moreTime + words.moreTimeOf(title)}>
            <Plus className="icon" aria-hidden="true" />
            {words.moreTime}
          </PostButton>
          {previous && (
            <PostButton fields={{ intent: 'item', item: previous }} className="btn quiet sm">
              <ArrowLeft className="icon" aria-hidden="true" />
              {words.previous}
            </PostButton>
          )}
          <PostButton fields={{ intent: 'item', item: next }} className="btn primary sm">
            {next ? words.next : words.end}
            {next && <ArrowRight className="icon" aria-hidden="true" />}
          </PostButton>
        </div>
      )}
      {canRun && !isNow && (
        <PostButton
          fields={{ intent: 'item', item: id }}
          className="btn quiet sm"
          label={words.start + words.startOf(title)}
        >
          {words.start}
        </PostButton>
      )}
    </li>
  );
}
