import { Form, Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import type { MissionConsumption } from '#shared/programme/mission/mission-records.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { TextField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { DataTable } from '../../ui/records/data-table.tsx';
import { noonOf } from './answer.ts';

interface BudgetProps {
  readonly mission: { readonly id: string; readonly title: string; readonly startsOn: string };
  readonly consumption: MissionConsumption | null;
  readonly day: string;
  readonly today: string;
}

/** What is consumed, by city and in all, today or at a past day. */
export function Budget({ mission, consumption, day, today }: BudgetProps) {
  const { usedQuarters: used = 0, grantedQuarters: granted = 0, cities = [] } = consumption ?? {};
  const isPast = day < today;
  const share = (quarters: number) => words.budget.percent(quarters, granted);
  return (
    <Plate id="budget" title={words.budget.title} beside={<span>{words.used(used, granted)}</span>}>
      <div className="bar mb-3" aria-hidden="true">
        <span style={{ width: `${granted === 0 ? 0 : Math.min(100, (used / granted) * 100)}%` }} />
      </div>
      <p className="mb-4">
        {words.remaining(granted - used)}{' '}
        {isPast && <strong>{words.budget.asOf(dates.short(noonOf(day)))}</strong>}
      </p>
      <DataTable caption={words.budget.caption}>
        <thead>
          <tr>
            <th scope="col">{words.budget.city}</th>
            <th scope="col" className="num">
              {words.budget.days}
            </th>
            <th scope="col" className="num">
              {words.budget.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {cities.map((city) => (
            <tr key={city.id}>
              <th scope="row">{city.name}</th>
              <td className="num">{words.days(city.usedQuarters)}</td>
              <td className="num">{share(city.usedQuarters)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{words.budget.total}</th>
            <td className="num">
              <strong>{words.days(used)}</strong>
            </td>
            <td className="num">
              <strong>{share(used)}</strong>
            </td>
          </tr>
        </tbody>
      </DataTable>
      <Form className="row mt-4 items-end" action={programmePaths.mission(mission)} key={day}>
        <TextField
          label={words.budget.at}
          name="jour"
          id="budget-day"
          type="date"
          defaultValue={day}
          min={mission.startsOn}
          max={today}
        />
        <button className="btn sm" type="submit">
          {words.budget.show}
        </button>
        {isPast && <Link to={programmePaths.mission(mission)}>{words.budget.today}</Link>}
      </Form>
    </Plate>
  );
}
