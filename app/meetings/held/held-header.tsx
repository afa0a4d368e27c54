import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { TITLE_MAX } from '#shared/kernel/title.ts';
import { meetingHeld as words } from '#shared/meetings/held/meeting-held.fr.ts';
import { minutes as minutesWords } from '#shared/meetings/held/minutes.fr.ts';
import { paths } from '#shared/paths.ts';
import { PostButton } from '../../ui/post-button.tsx';
import type { HeldState } from './held-state.ts';

interface HeldHeaderProps {
  readonly meeting: { readonly id: string; readonly title: string };
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly state: HeldState;
  /** Somebody is there, an item was begun, or a vote was put. */
  readonly hasBegun: boolean;
  readonly canRun: boolean;
  readonly theme: ReactNode;
  readonly toApprove: readonly { readonly meetingId: string; readonly title: string }[];
}

const LOOK: Readonly<Record<HeldState, string>> = {
  planned: 'badge info',
  open: 'badge success',
  closed: 'badge',
  cancelled: 'badge warning',
};

/** What meeting this is, where it stands, and what whoever runs it does with it as a whole. */
export function HeldHeader({
  meeting,
  openedAt,
  closedAt,
  state,
  hasBegun,
  canRun,
  theme,
  toApprove,
}: HeldHeaderProps) {
  return (
    <header className="held-head">
      <p className="row meta">
        {theme}
        <span role="status" className={LOOK[state]}>
          {words.state[state]}
        </span>
        {openedAt && closedAt && (
          <span className="muted small">{words.lasted(dates.clock(openedAt), dates.clock(closedAt))}</span>
        )}
        <Link to={paths.meeting(meeting)} className="small">
          {words.backToMeeting}
        </Link>
      </p>
      <h1>{meeting.title}</h1>
      {state === 'planned' && (
        <p className="muted mb-4">{canRun ? words.openLead : words.openByFacilitator}</p>
      )}
      {state === 'planned' && canRun && (
        <PostButton fields={{ intent: 'open' }} className="btn primary">
          {words.open}
        </PostButton>
      )}
      {state === 'open' && canRun && !hasBegun && (
        <>
          <PostButton fields={{ intent: 'takeBackOpening' }} describedBy="annuler-aide">
            {words.takeBackOpening}
          </PostButton>
          <p className="muted small mt-2" id="annuler-aide">
            {words.takeBackHint}
          </p>
        </>
      )}
      {openedAt && state === 'closed' && canRun && (
        <PostButton fields={{ intent: 'reopen' }}>{words.reopen}</PostButton>
      )}
      {toApprove.length > 0 && state !== 'cancelled' && (
        <section className="note info mt-4" aria-label={minutesWords.toApprove}>
          <div>
            <p>
              <strong>{minutesWords.toApproveLead}</strong>
            </p>
            <ul className="stack">
              {toApprove.map(({ meetingId, title }) => (
                <li key={meetingId} className="row">
                  <span>{title}</span>
                  <Link className="btn sm" to={paths.meetingMinutes({ id: meetingId, title })}>
                    {minutesWords.see}
                    <span className="vh">, {title}</span>
                  </Link>
                  {canRun && state !== 'closed' && (
                    <PostButton
                      fields={{
                        intent: 'propose',
                        title: minutesWords.proposedItem(title).slice(0, TITLE_MAX),
                      }}
                      className="btn quiet sm"
                    >
                      {minutesWords.propose}
                      <span className="vh">{minutesWords.proposeOf(title)}</span>
                    </PostButton>
                  )}
                </li>
              ))}
            </ul>
          </div>
        </section>
      )}
    </header>
  );
}
