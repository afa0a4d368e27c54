import { CircleAlert, CircleCheck, CircleDashed, Clock } from 'lucide-react';
import { Link } from 'react-router';
import { programmePaths, type SteeringAddress } from '#shared/programme/programme-paths.ts';
import type { Indicator, Standing } from '#shared/programme/steering/openness.ts';
import type { OpennessMeasure } from '#shared/programme/steering/overview.ts';
import { steering } from '#shared/programme/steering/steering.fr.ts';
import { DataTable } from '../../ui/records/data-table.tsx';
import { Plate } from './panel.tsx';

const words = steering.openness;

const LOOKS: Readonly<Record<Standing, readonly [typeof CircleCheck, string]>> = {
  unknown: [CircleDashed, ''],
  noTarget: [CircleDashed, ''],
  reached: [CircleCheck, 'success'],
  underWay: [Clock, 'info'],
  missed: [CircleAlert, 'danger'],
};

/** The list that holds what an indicator counts. */
const LISTS: Readonly<Record<Indicator, readonly [string, string]>> = {
  needsOpen: ['besoins', 'open'],
  datasetsValid: ['jeux', 'valides'],
  schemaConformity: ['jeux', 'conformes'],
};

/** [PI7] [PI8] Measures of openness beside what is wanted, a bar each with its figure. */
export function OpennessSection({
  measures,
  address,
  maySet,
}: {
  measures: readonly OpennessMeasure[];
  address: SteeringAddress;
  maySet: boolean;
}) {
  const wanted = measures.filter(({ target }) => target);
  const reached = wanted.filter(({ standing }) => standing === 'reached');
  return (
    <Plate
      id="ouverture"
      title={words.title}
      sentence={words.sentence(reached.length, wanted.length)}
      csv={programmePaths.steeringExport('csv', address, 'ouverture')}
    >
      <DataTable caption={words.caption} className="records">
        <thead>
          <tr>
            {words.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <MeasureRow key={measure.indicator} measure={measure} address={address} />
          ))}
        </tbody>
      </DataTable>
      {maySet && (
        <p className="mt-3">
          <Link to={programmePaths.administrationTargets()}>{words.setTargets}</Link>
        </p>
      )}
    </Plate>
  );
}

function MeasureRow({ measure, address }: { measure: OpennessMeasure; address: SteeringAddress }) {
  const { indicator, part, whole, percent, target, standing } = measure;
  const [Icon, tone] = LOOKS[standing];
  const [list, state] = LISTS[indicator];
  const label = (at: number) => ({ 'data-l': words.columns[at] });
  return (
    <tr>
      <th scope="row">
        {words.indicators[indicator]}
        <small>{words.explain[indicator]}</small>
      </th>
      <td {...label(1)}>
        <span className="gauge">
          <b>{percent === null ? steering.unknown : steering.percent(percent)}</b>
          {percent !== null && (
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect className="track" width="100" height="8" rx="1" />
              <rect className="fill" width={percent} height="8" rx="1" />
              {target && <line x1={target.percent} x2={target.percent} y1="0" y2="8" />}
            </svg>
          )}
        </span>
      </td>
      <td {...label(2)}>
        {part > 0 ? (
          <Link to={programmePaths.steeringList(list, address, { state })}>{words.of(part, whole)}</Link>
        ) : (
          words.of(part, whole)
        )}
      </td>
      <td {...label(3)}>{target ? words.target(target.percent, target.dueOn) : words.noTarget}</td>
      <td {...label(4)}>
        <span className={`standing ${tone}`}>
          <Icon className="icon" aria-hidden="true" />
          {words.standings[standing]}
        </span>
      </td>
    </tr>
  );
}
