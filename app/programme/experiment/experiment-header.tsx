import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import type { ThemeKey } from '#shared/people/group/theme.ts';
import { experiment as words } from '#shared/programme/experiment/experiment.fr.ts';
import type { ExperimentState } from '#shared/programme/experiment/experiment.ts';
import {
  canInExperiment,
  type ExperimentAction,
  type ExperimentRole,
} from '#shared/programme/experiment/experiment-access.ts';
import { experimentPage } from '#shared/programme/experiment/experiment-page.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { City } from '../../ui/city.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ThemeChip } from '../../ui/theme-chip.tsx';
import { type Refused, refusedOf } from './refused.ts';
import { StateBadge } from './state-badge.tsx';

interface HeaderExperiment {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly state: ExperimentState;
  readonly theme: { readonly key: ThemeKey; readonly name: string };
  readonly cities: readonly { readonly id: string; readonly name: string; readonly colour: number }[];
  readonly role: ExperimentRole;
}

/** Top of every page of an experiment: what it is, whose, where it stands, its tabs; `children` is what one can do here. */
export function ExperimentHeader({
  experiment,
  refused,
  children,
}: {
  experiment: HeaderExperiment;
  /** What the page refused. */
  refused?: Refused | undefined;
  children?: ReactNode;
}) {
  const { theme, cities, title, summary, state, role } = experiment;
  const whole = refusedOf(refused, '');
  // By the part after the experiment, since its readable tail may be old or absent.
  const here = useLocation().pathname.split('/')[3] ?? '';
  const tabs: readonly (readonly [string, string, ExperimentAction])[] = [
    [programmePaths.experiment(experiment), words.overview, 'experiment.read'],
    [programmePaths.experimentLog(experiment), words.log, 'experiment.readInside'],
    [programmePaths.experimentNeeds(experiment), words.needs, 'need.read'],
    [programmePaths.experimentEvaluation(experiment), words.evaluation, 'experiment.readInside'],
    [programmePaths.experimentMission(experiment), words.mission, 'mission.read'],
    [programmePaths.experimentSettings(experiment), words.settings, 'experiment.write'],
  ];
  return (
    <>
      <div className="head">
        <div className="min-w-0">
          <p className="over row">
            <ThemeChip theme={theme} />
            {cities.map(({ id, name, colour }) => (
              <City key={id} name={name} colour={colour} />
            ))}
            <StateBadge state={state} />
          </p>
          <h1 className="break-words">{title}</h1>
          {summary && <p className="lead break-words">{summary}</p>}
        </div>
        {children}
      </div>
      <Tabs label={words.tabs}>
        {tabs.map(
          ([href, label, action]) =>
            canInExperiment(role, action) && (
              <Link
                key={href}
                to={href}
                aria-current={here === (href.split('/')[3] ?? '') ? 'page' : undefined}
              >
                {label}
              </Link>
            ),
        )}
      </Tabs>
      <ErrorSummary title={experimentPage.refused} faults={faultsOf(whole?.errors)} answer={whole} />
    </>
  );
}
