import { CircleCheck, Clock, Lock, TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import type { AccessStatus } from '#shared/library/dataset/dataset.ts';
import { paths } from '#shared/paths.ts';
import { initialsOf } from '#shared/people/organisation/organisation.ts';
import { application as applicationWords } from '#shared/programme/application/application.fr.ts';
import type { ApplicationStatus } from '#shared/programme/application/application.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { space as words } from '#shared/publication/space/space.fr.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Plate } from '../../ui/page/plate.tsx';

/** [MV4] Who is of the organisation. */
export function SpacePeople({
  people,
  meId,
  colour,
  manageAt,
}: {
  readonly people: readonly { readonly id: string; readonly name: string; readonly jobTitle: string }[];
  readonly meId: string;
  readonly colour: number;
  /** Where its accounts are administered, for whoever may. */
  readonly manageAt: string | null;
}) {
  const said = words.people;
  return (
    <Plate id="people" title={said.title} beside={manageAt && <Link to={manageAt}>{said.organisation}</Link>}>
      <ul className="space-people">
        {people.map(({ id, name, jobTitle }) => (
          <li key={id}>
            <Avatar letters={initialsOf(name)} colour={colour} label={null} isSmall />
            <span>
              <strong>{name}</strong>
              {jobTitle && <small>{jobTitle}</small>}
            </span>
            {id === meId && <span className="muted small">{said.you}</span>}
          </li>
        ))}
      </ul>
    </Plate>
  );
}

const SIGNS = {
  open: [CircleCheck, 'success'],
  candidate: [Clock, 'info'],
  closed_unjustified: [Lock, 'muted'],
  closed_justified: [Lock, 'muted'],
  other: [Lock, 'muted'],
} as const satisfies Record<AccessStatus, readonly [typeof Lock, string]>;
const DATA_SHOWN = 6;

/** [MV4] The data of the organisation, and how many are open. */
export function SpaceData({
  datasets,
  spaceId,
}: {
  readonly datasets: readonly {
    readonly id: string;
    readonly title: string;
    readonly accessStatus: AccessStatus;
    readonly errors: number | null;
  }[];
  readonly spaceId: string;
}) {
  const said = words.data;
  const open = datasets.filter(({ accessStatus }) => accessStatus === 'open').length;
  const [figure, noun] = said.published(open, datasets.length);
  return (
    <Plate
      id="data"
      title={said.title}
      beside={datasets.length > 0 && <Link to={paths.datasets()}>{said.all}</Link>}
    >
      {datasets.length === 0 ? (
        <>
          <p className="muted">{said.empty}</p>
          <p className="mt-3">
            <Link className="btn sm" to={paths.newDataset(spaceId)}>
              {said.new}
            </Link>
          </p>
        </>
      ) : (
        <p>
          <span className="bigfig">{figure}</span> <span className="muted">{noun}</span>
        </p>
      )}
      <ul className="datalist mt-2">
        {datasets.slice(0, DATA_SHOWN).map(({ id, title, accessStatus, errors }) => {
          const isFaulty = errors !== null && errors > 0;
          const [Icon, tone] = isFaulty ? ([TriangleAlert, 'warning'] as const) : SIGNS[accessStatus];
          const state = isFaulty
            ? said.errors(errors)
            : accessStatus === 'open' && errors === 0
              ? said.clean
              : said.states[accessStatus];
          return (
            <li key={id}>
              <span className={tone}>
                <Icon className="icon" aria-hidden="true" />
              </span>
              <Link to={paths.dataset({ id, title })}>{title}</Link>
              <span className="push">{state}</span>
            </li>
          );
        })}
      </ul>
    </Plate>
  );
}

/** [AP1] What this person’s organisation applies to. */
export function SpaceApplications({
  applications,
}: {
  readonly applications: readonly {
    readonly id: string;
    readonly title: string;
    readonly status: ApplicationStatus;
    readonly call: { readonly title: string };
  }[];
}) {
  const said = words.applications;
  return (
    <Plate id="applications" title={said.title}>
      {applications.length === 0 && (
        <>
          <p className="muted">{said.empty}</p>
          <p className="mt-3">
            <Link className="btn sm" to={programmePaths.applications()}>
              {said.all}
            </Link>
          </p>
        </>
      )}
      <ul className="links">
        {applications.map(({ id, title, status, call }) => (
          <li key={id}>
            <Link to={programmePaths.application({ id, title })}>{title || call.title}</Link>
            <p>
              {applicationWords.statuses[status]}, {call.title}
            </p>
          </li>
        ))}
      </ul>
    </Plate>
  );
}
