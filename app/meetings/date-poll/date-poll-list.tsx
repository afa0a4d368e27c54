import { Link } from 'react-router';
import { datePoll as words } from '#shared/meetings/date-poll/date-poll.fr.ts';
import type { DatePollPhase } from '#shared/meetings/date-poll/date-poll.ts';
import { datePollPaths } from '#shared/meetings/date-poll/date-poll-paths.ts';
import { Plate } from '../../ui/page/plate.tsx';

interface DatePollListProps {
  readonly polls: readonly {
    readonly id: string;
    readonly title: string;
    readonly closesOn: string;
    readonly phase: DatePollPhase;
  }[];
}

/** The polls of a group that have no meeting yet. */
export function DatePollList({ polls }: DatePollListProps) {
  if (polls.length === 0) return null;
  return (
    <Plate id="polls" title={words.listTitle}>
      <ul className="ruled">
        {polls.map((poll) => (
          <li key={poll.id}>
            <p className="row">
              <Link className="font-semibold" to={datePollPaths.poll(poll)}>
                {poll.title}
              </Link>
              <span className={`badge ${poll.phase === 'open' ? 'info' : ''}`}>
                {words.phases[poll.phase]}
              </span>
            </p>
            {poll.phase === 'open' && <p className="muted small">{words.until(poll.closesOn)}</p>}
          </li>
        ))}
      </ul>
    </Plate>
  );
}
