import { Form } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { inFrench } from '#shared/kernel/text/order.ts';
import {
  ATTENDANCE_MODES,
  type Attended,
  PRESENCES,
  type Presence,
} from '#shared/meetings/held/attendance.ts';
import { meetingHeld } from '#shared/meetings/held/meeting-held.fr.ts';
import { paths } from '#shared/paths.ts';
import {
  initialsOf,
  type OrganisationBadge,
  type PersonBadge,
} from '#shared/people/organisation/organisation.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { namedOptions, optionsOf } from '../../ui/choices.tsx';
import { City } from '../../ui/city.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import type { HeldRefusal } from './held-refusal.ts';

const words = meetingHeld.attendance;

type Shown = PersonBadge & { readonly attended: Attended | null; readonly isHere: boolean };
type ShownGuest = Attended & { readonly id: string; readonly name: string; readonly organisation: string };

interface AttendancePanelProps {
  readonly meeting: { readonly id: string };
  readonly attendees: readonly Shown[];
  readonly guests: readonly ShownGuest[];
  readonly me: { readonly id: string; readonly isHere: boolean; readonly presence: Presence | null } | null;
  readonly isOpen: boolean;
  readonly canRun: boolean;
  readonly canAttend: boolean;
  readonly refusal: HeldRefusal | null;
}

/** Who is here, by organisation; one's own presence, and everybody's for whoever runs the meeting. */
export function AttendancePanel(props: AttendancePanelProps) {
  const { meeting, attendees, guests, me, isOpen, canRun, canAttend } = props;
  const here = attendees.filter(({ isHere }) => isHere);
  const organisations = new Set(here.flatMap(({ organisation }) => organisation?.id ?? []));
  return (
    <section aria-labelledby="presences">
      <h2 id="presences">
        {`${words.title} `}
        <span className="muted">{words.count(here.length, attendees.length)}</span>
      </h2>
      <p className="muted small mb-2">{words.organisations(organisations.size)}</p>
      {isOpen && canAttend && me && <OwnPresence isHere={me.isHere} presence={me.presence} />}
      {isOpen && me && !canAttend && <p className="muted small mb-2">{words.observer}</p>}
      <ul className="ruled small">
        {byOrganisation(attendees).map(({ organisation, people }) => (
          <li key={organisation?.id ?? ''}>
            {organisation ? (
              <City name={organisation.name} colour={organisation.colour} />
            ) : (
              <strong>{words.withoutOrganisation}</strong>
            )}
            <ul className="stack mt-1">
              {people.map((person) => (
                <PersonLine key={person.id} {...person} />
              ))}
            </ul>
          </li>
        ))}
        {guests.length > 0 && (
          <li>
            <strong>{words.guests}</strong>
            <ul className="stack mt-1">
              {guests.map((guest) => (
                <li key={guest.id} className="held-person">
                  <span className="row">
                    <span>{guest.name}</span>
                    {guest.organisation && <span className="muted">{guest.organisation}</span>}
                    <span className="muted">{saidOf(guest)}</span>
                  </span>
                  {isOpen && canRun && !guest.leftAt && (
                    <PostButton
                      fields={{ intent: 'guestLeft', guest: guest.id }}
                      className="btn quiet sm"
                      label={words.leftNow + words.leftOf(guest.name)}
                    >
                      {words.leftNow}
                    </PostButton>
                  )}
                </li>
              ))}
            </ul>
          </li>
        )}
      </ul>
      {isOpen && canRun && <MarkForms {...props} />}
      <p className="mt-3 small">
        <a href={paths.meetingAttendance(meeting)} download>
          {words.csv}
        </a>
      </p>
    </section>
  );
}

function OwnPresence({ isHere, presence }: { isHere: boolean; presence: Presence | null }) {
  return (
    <div className="row mb-3">
      {isHere && <span className="small">{words.youAreHere}</span>}
      {isHere && <PostButton fields={{ intent: 'leave' }}>{words.leave}</PostButton>}
      {!isHere && (
        <>
          <PostButton fields={{ intent: 'attend', mode: 'onSite' }} className="btn primary sm">
            {words.hereOnSite}
          </PostButton>
          <PostButton fields={{ intent: 'attend', mode: 'remote' }}>{words.hereRemote}</PostButton>
          {presence === null && (
            <PostButton fields={{ intent: 'excuse' }} className="btn quiet sm">
              {words.excuseMe}
            </PostButton>
          )}
        </>
      )}
    </div>
  );
}

function PersonLine({ name, organisation, attended, isHere }: Shown) {
  return (
    <li className={isHere ? 'row' : 'row muted'}>
      <span className="person">
        <Avatar letters={initialsOf(name)} colour={organisation?.colour ?? 0} label={null} isSmall />
        {name}
      </span>
      <span className="muted">{attended ? saidOf(attended) : words.unknown}</span>
    </li>
  );
}

function saidOf({ presence, mode, leftAt }: Attended): string {
  if (presence !== 'present') return words.presence[presence];
  return leftAt ? words.left(dates.clock(leftAt)) : words.mode[mode];
}

function MarkForms({ attendees, refusal }: AttendancePanelProps) {
  const ofGuest = refusal?.form === 'guest' ? refusal : null;
  const mode = (id: string) => (
    <SelectField label={words.modeLabel} name="mode" id={id} defaultValue="onSite">
      {optionsOf(ATTENDANCE_MODES, words.mode)}
    </SelectField>
  );
  return (
    <details className="fold mt-4" open={ofGuest !== null}>
      <summary className="btn sm">{words.mark}</summary>
      <div className="card mt-2 stack-lg">
        <Form method="post">
          <SelectField label={words.person} name="user" id="presence-personne">
            {namedOptions(attendees)}
          </SelectField>
          <SelectField label={words.title} name="presence" id="presence-etat">
            {optionsOf(PRESENCES, words.presence)}
          </SelectField>
          {mode('presence-mode')}
          <div className="row">
            <button className="btn sm" type="submit" name="intent" value="mark">
              {words.set}
            </button>
            <button className="btn quiet sm" type="submit" name="intent" value="left">
              {words.leftNow}
            </button>
          </div>
        </Form>
        <Form method="post" noValidate>
          <h3>{words.guests}</h3>
          <input type="hidden" name="intent" value="guest" />
          <TextField
            label={words.guestName}
            name="name"
            error={ofGuest?.errors.name}
            defaultValue={ofGuest?.values.name}
            autoComplete="off"
            required
          />
          <TextField
            label={words.guestOrganisation}
            name="organisation"
            defaultValue={ofGuest?.values.organisation}
            autoComplete="off"
          />
          {mode('invite-mode')}
          <button className="btn sm" type="submit">
            {words.addGuest}
          </button>
        </Form>
      </div>
    </details>
  );
}

function byOrganisation(people: readonly Shown[]) {
  const groups = new Map<string, { organisation: OrganisationBadge | null; people: Shown[] }>();
  for (const person of people) {
    const { organisation } = person;
    const key = organisation?.id ?? '';
    const known = groups.get(key) ?? { organisation, people: [] };
    known.people.push(person);
    groups.set(key, known);
  }
  return [...groups.values()].sort((a, b) =>
    inFrench(a.organisation?.name ?? '\uffff', b.organisation?.name ?? '\uffff'),
  );
}
