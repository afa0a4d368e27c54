import { CircleCheck, TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { firstSteps as words } from '#shared/news/to-do/first-steps.fr.ts';
import type {
  FirstStep,
  FirstStepName,
  FirstStepsView,
  Installation,
} from '#shared/news/to-do/first-steps.ts';
import { paths } from '#shared/paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { Plate } from '../../ui/page/plate.tsx';
import './to-do.css';

const PLACES: Readonly<Record<FirstStepName, string>> = {
  secondFactor: paths.accountSecondFactor(),
  mail: paths.administrationState(),
  cities: paths.administrationCities(),
  season: programmePaths.administrationSeasons(),
  group: paths.newGroup(),
  people: paths.administrationPeopleList(),
};

/** [HO2] The steps on the rope: what is done says so, the next one stands open, each leads to its page. */
export function FirstSteps({ installation, steps }: Pick<FirstStepsView, 'installation' | 'steps'>) {
  const done = steps.filter(({ state }) => state === 'done').length;
  return (
    <Plate
      id="first-steps"
      title={words.title}
      beside={<p className="muted">{words.count(done, steps.length)}</p>}
    >
      <ol className="rope first-steps">
        {steps.map(({ name, state }) => (
          <li key={name} className={state === 'later' ? undefined : state}>
            <Step name={name} state={state} installation={installation} />
          </li>
        ))}
      </ol>
      <p className="small muted mt-4">{done === steps.length ? words.allDone : words.leaves}</p>
    </Plate>
  );
}

function Step({ name, state, installation }: FirstStep & { installation: Installation }) {
  const { title, why, open, done } = words.steps[name];
  if (state === 'done')
    return (
      <>
        <h3>{title}</h3>
        <p className="small">{done(installation)}</p>
      </>
    );
  const link = (
    <Link className={state === 'now' ? 'btn primary' : 'btn sm'} to={PLACES[name]}>
      {open}
      <span className="vh">, {title}</span>
    </Link>
  );
  if (state === 'now')
    return (
      <>
        <h3>{title}</h3>
        <div className="card mt-2">
          <p>{why}</p>
          <p className="mt-4">{link}</p>
        </div>
      </>
    );
  return (
    <div className="flex flex-wrap items-start justify-between gap-3">
      <div className="min-w-0 flex-1 basis-60">
        <h3>{title}</h3>
        <p className="muted">{why}</p>
      </div>
      <p>{link}</p>
    </div>
  );
}

/** What there is, as it is: what is missing carries a sign and its word. */
export function InstallationState({ installation, backup, now }: FirstStepsView) {
  const { sendsMails, cities, groups, people } = installation;
  return (
    <Plate id="installation" title={words.state}>
      <dl className="stat">
        <dt>{words.mails}</dt>
        <Judged isFine={sendsMails}>{sendsMails ? words.mailsOn : words.mailsOff}</Judged>
        <dt>{words.backup}</dt>
        <Judged isFine={backup.isRecent}>
          {backup.at ? dates.relative(backup.at, now) : words.noBackup}
        </Judged>
        <dt>{words.cities}</dt>
        <dd>{cities}</dd>
        <dt>{words.groups}</dt>
        <dd>{groups}</dd>
        <dt>{words.people}</dt>
        <dd>{people}</dd>
      </dl>
    </Plate>
  );
}

function Judged({ isFine, children }: { isFine: boolean; children: string }) {
  const Sign = isFine ? CircleCheck : TriangleAlert;
  return (
    <dd className={isFine ? 'success' : 'warning'}>
      <Sign className="icon" aria-hidden="true" /> {children}
    </dd>
  );
}

/** What opens the programme further, once the first cities are in. */
export function NextSteps() {
  const { call, front, state } = words.nextSteps;
  return (
    <Plate id="next-steps" title={words.next}>
      <ul className="links">
        <li>
          <Link to={programmePaths.newCall()}>{call}</Link>
        </li>
        <li>
          <a href={paths.publicHome()}>{front}</a>
        </li>
        <li>
          <Link to={paths.administrationState()}>{state}</Link>
        </li>
      </ul>
    </Plate>
  );
}
