import { Form, Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { cockpit as words } from '#shared/news/cockpit/cockpit.fr.ts';
import { paths } from '#shared/paths.ts';
import { isSilent, LOOKED_BACK, lateWhat, SILENCES } from '#shared/people/reminder/reminder.ts';
import { City } from '../../ui/city.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import type { Cockpit } from './cockpit.ts';
import { NextMeetingCard, NoMeeting } from './next-meeting.tsx';
import { RemindForm } from './remind-form.tsx';

interface Shown {
  readonly group: { readonly id: string; readonly name: string };
  readonly by: string;
  readonly now: Date;
}

/** [CK1] The meeting to prepare, and those who have not said whether they come. */
export function NextSection({ next, group, by, now }: Shown & Pick<Cockpit, 'next'>) {
  if (!next) return <NoMeeting group={{ ...group, role: 'facilitator' }} />;
  return (
    <div className="stack meet">
      <NextMeetingCard meeting={next} now={now} />
      {next.proposed > 0 && <p className="small">{words.proposed(next.proposed)}</p>}
      {next.unanswered.length === 0 ? (
        <p className="muted small">{words.everybodyAnswered}</p>
      ) : (
        <div>
          <p className="small">{words.unanswered(next.unanswered.length)}</p>
          <RemindForm
            cause="answer"
            subject={next.id}
            name={next.title}
            targets={next.unanswered}
            about={{ by, group: group.name, what: next.title }}
            now={now}
          />
        </div>
      )}
    </div>
  );
}

/** [CK1] When each city last contributed, those silent for longest first. */
export function CitiesSection({
  cities,
  weeks,
  group,
  by,
  now,
}: Shown & Pick<Cockpit, 'cities'> & { weeks: number }) {
  return (
    <Plate id="cities" title={words.cities}>
      <p className="muted small">{words.citiesLead}</p>
      <Form method="get" className="row mt-2 mb-4 items-end">
        <SelectField label={words.silence} name="semaines" defaultValue={String(weeks)}>
          {SILENCES.map((each) => (
            <option key={each} value={each}>
              {words.weeks(each)}
            </option>
          ))}
        </SelectField>
        <button className="btn" type="submit">
          {words.show}
        </button>
      </Form>
      {cities.length === 0 ? (
        <p className="muted">{words.noCity}</p>
      ) : (
        <ul className="ruled">
          {cities.map(({ organisation, last, targets }) => {
            const silent = isSilent(last, weeks, now);
            return (
              <li key={organisation.id}>
                <p className="row">
                  <City {...organisation} />
                  <span className={silent ? 'badge warning push' : 'badge success push'}>
                    {silent ? words.silent : words.active}
                  </span>
                </p>
                <p className="muted small">
                  {last ? (
                    <time dateTime={last.toISOString()} title={dates.exact(last)}>
                      {words.last}, {dates.relative(last, now)}
                    </time>
                  ) : (
                    words.never(LOOKED_BACK)
                  )}
                </p>
                {silent && (
                  <RemindForm
                    cause="silence"
                    subject={organisation.id}
                    name={organisation.name}
                    targets={targets}
                    about={{ by, group: group.name, what: organisation.name }}
                    now={now}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Plate>
  );
}

/** [CK1] What is late, by city. */
export function LateSection({ late, group, by, now }: Shown & Pick<Cockpit, 'late'>) {
  return (
    <Plate id="late" title={words.late}>
      {late.length === 0 && <p className="muted">{words.noLate}</p>}
      <ul className="ruled">
        {late.map(({ organisation, cards, targets }) => (
          <li key={organisation?.id ?? 'none'}>
            <p className="row">
              {organisation ? <City {...organisation} /> : <span>{words.noOrganisation}</span>}
              <span className="badge danger push">{words.lateOf(cards.length)}</span>
            </p>
            <ul className="small">
              {cards.map(({ id, title, board, due }) => (
                <li key={`${board.id} ${id}`}>
                  <Link to={paths.boardCard(board, id)}>{title}</Link>{' '}
                  {due && <span className="muted">{dates.short(new Date(`${due}T12:00:00Z`))}</span>}
                </li>
              ))}
            </ul>
            <RemindForm
              cause="late"
              subject={organisation?.id ?? ''}
              name={organisation?.name ?? words.noOrganisation}
              targets={targets}
              about={{ by, group: group.name, what: lateWhat(cards) }}
              now={now}
            />
          </li>
        ))}
      </ul>
    </Plate>
  );
}

/** [CK1] Who waits for an answer, and which minutes nobody has submitted. */
export function WaitingSections({
  group,
  joins,
  access,
  minutes,
}: Pick<Shown, 'group'> & Pick<Cockpit, 'joins' | 'access' | 'minutes'>) {
  const titled = { id: group.id, title: group.name };
  return (
    <>
      <Plate id="waiting" title={words.requests}>
        {joins === 0 && access.length === 0 && <p className="muted small">{words.noRequest}</p>}
        <ul className="ruled small">
          {joins > 0 && (
            <li>
              <Link to={paths.groupMembers(titled)}>{words.joinWaiting(joins)}</Link>
            </li>
          )}
          {access.map(({ id, title, waiting }) => (
            <li key={id}>
              <Link to={paths.documentAccess({ id, title })}>{title}</Link>
              <p className="muted">{words.accessWaiting(waiting)}</p>
            </li>
          ))}
        </ul>
      </Plate>
      <Plate id="minutes" title={words.minutes}>
        {minutes.length === 0 && <p className="muted small">{words.noMinutes}</p>}
        <ul className="ruled small">
          {minutes.map(({ id, title, startsAt }) => (
            <li key={id}>
              <Link to={paths.meeting({ id, title })}>{title}</Link>
              <p className="muted">{dates.day(startsAt)}</p>
            </li>
          ))}
        </ul>
      </Plate>
    </>
  );
}
