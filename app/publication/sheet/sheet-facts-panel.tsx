import { Fragment } from 'react';
import { Link } from 'react-router';
import { dayWords } from '#shared/kernel/day/day-words.fr.ts';
import { experimentLog } from '#shared/programme/experiment/experiment-log.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import type { SheetFacts } from '#shared/publication/sheet/sheet-facts.ts';
import { useCaseSheet as words } from '#shared/publication/sheet/use-case-sheet.fr.ts';
import { Plate } from '../../ui/page/plate.tsx';

interface SheetFactsPlateProps {
  readonly facts: SheetFacts;
  readonly experiments: readonly { readonly id: string; readonly title: string }[];
  /** Only those inside are led to the experiment's own pages. */
  readonly isInside: boolean;
}

/** [US4] What the sheet says in figures and lists: its own choices, and the programme's data of today. */
export function SheetFactsPlate({ facts, experiments, isInside }: SheetFactsPlateProps) {
  const { theme, cities, size, serviceKind, uses, needs, effort, period } = facts;
  const essential = needs.filter(({ importance }) => importance === 'essential').length;
  const cost = effort.cost > 0 ? experimentLog.money(effort.cost) : null;
  const rows: readonly (readonly [string, string])[] = [
    [words.theme, theme.name],
    [words.serviceKind, serviceKind ? words.serviceKinds[serviceKind] : words.notSaid],
    [words.usesLabel, uses.map((use) => words.uses[use]).join(', ') || words.notSaid],
    [words.cities, cities.join(', ')],
    [words.sizeLabel, size ? words.sizes[size] : words.notSaid],
    [
      words.period,
      period.startsOn && period.endsOn
        ? words.periodText(dayWords.long(period.startsOn), dayWords.long(period.endsOn))
        : words.notSaid,
    ],
    [
      words.effort,
      effort.days > 0 ? words.effortText(experimentLog.dayCount(effort.days), cost) : words.notSaid,
    ],
    [words.needs, needs.length > 0 ? words.needsCount(essential, needs.length - essential) : words.noNeeds],
  ];
  return (
    <Plate id="about" title={words.about}>
      <dl className="facts mt-4 grid-cols-[9.5rem_minmax(0,1fr)] text-base [&>dt]:pt-0">
        {rows.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd className="break-words">{value}</dd>
          </Fragment>
        ))}
        {isInside && experiments.length > 0 && (
          <>
            <dt>{words.experiments}</dt>
            <dd>
              {experiments.map((experiment) => (
                <Link key={experiment.id} className="block" to={programmePaths.experiment(experiment)}>
                  {experiment.title}
                </Link>
              ))}
            </dd>
          </>
        )}
      </dl>
      <p className="small muted mt-4">{words.boundNote}</p>
    </Plate>
  );
}
