import { Link } from 'react-router';
import type { OwnTerritory } from '#shared/home-of-city.ts';
import { dueDays } from '#shared/kernel/day/due-days.fr.ts';
import { homeOfHelpers as words } from '#shared/news/to-do/home-of-helpers.fr.ts';
import { deskPaths } from '#shared/programme/facilitator/desk-paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { RecordTable } from '../../ui/records/record-table.tsx';

/** [AF7] The territory of whoever facilitates one: those that wait first, the rest on its own page. */
export function Territory({ cities, total, waiting }: OwnTerritory) {
  const said = words.territory;
  const [, asked, last] = said.columns;
  return (
    <section className="plate" aria-labelledby="territory">
      <header>
        <h2 id="territory">{said.title}</h2>
        <Link to={deskPaths.territory()}>{total > 0 ? said.all(total) : said.open}</Link>
      </header>
      <p className="muted mb-3">{total > 0 ? said.waiting(waiting) : said.empty}</p>
      {total > 0 && (
        <RecordTable caption={said.title} columns={said.columns} first="w-[34%]">
          {cities.map((city) => (
            <tr key={city.href}>
              <th scope="row">
                <Link to={city.href}>{city.name}</Link>
              </th>
              <td data-l={asked}>
                {city.asks.length === 0 ? (
                  <span className="muted">{said.nothing}</span>
                ) : (
                  <ul>
                    {city.asks.map((ask) => (
                      <li key={`${ask.said} ${ask.day}`}>
                        <WhatBy {...ask} />
                      </li>
                    ))}
                  </ul>
                )}
              </td>
              <td data-l={last}>
                <div>
                  {city.last ? <WhatBy {...city.last} /> : <span className="muted">{said.none}</span>}
                </div>
              </td>
            </tr>
          ))}
        </RecordTable>
      )}
    </section>
  );
}

function WhatBy({ said, by, day }: OwnTerritory['cities'][number]['asks'][number]) {
  return (
    <>
      {said}
      <small className="muted block">{words.territory.since(dueDays.day(day), by)}</small>
    </>
  );
}

interface Mission {
  readonly id: string;
  readonly title: string;
  readonly endsOn: string;
  readonly grantedQuarters: number;
  readonly usedQuarters: number;
  readonly experiment: { readonly id: string; readonly title: string };
  readonly cities: readonly { readonly name: string }[];
  readonly next: { readonly title: string; readonly dueOn: string | null } | null;
}

/** [AF8] The missions of a consultant that go on: for whom, until when, what comes next, what is left; the experiments they help in. */
export function OwnMissions({
  missions,
  today,
}: {
  readonly missions: readonly Mission[];
  readonly today: string;
}) {
  const { title, all, empty, see, columns, days, until, nothing, withoutDay, late, helped } = words.missions;
  const [, cities, next, left] = columns;
  return (
    <section className="plate" aria-labelledby="missions">
      <header>
        <h2 id="missions">{title}</h2>
        {missions.length > 0 && <Link to={programmePaths.missions()}>{all}</Link>}
      </header>
      {missions.length === 0 ? (
        <>
          <p className="muted">{empty}</p>
          <p className="mt-3">
            <Link className="btn sm" to={programmePaths.missions()}>
              {see}
            </Link>
          </p>
        </>
      ) : (
        <RecordTable caption={title} columns={columns}>
          {missions.map((mission) => (
            <tr key={mission.id}>
              <th scope="row">
                <Link to={programmePaths.mission(mission)}>{mission.title}</Link>
                <small>
                  {helped}{' '}
                  <Link to={programmePaths.experiment(mission.experiment)}>{mission.experiment.title}</Link>
                </small>
              </th>
              <td data-l={cities}>{mission.cities.map(({ name }) => name).join(', ')}</td>
              <td data-l={next}>
                {mission.next ? (
                  <div>
                    {mission.next.title}
                    <small className="block">
                      {mission.next.dueOn === null ? (
                        withoutDay
                      ) : mission.next.dueOn < today ? (
                        <b className="warning">{late(mission.next.dueOn)}</b>
                      ) : (
                        dueDays.full(mission.next.dueOn)
                      )}
                    </small>
                  </div>
                ) : (
                  <span className="muted">{nothing}</span>
                )}
              </td>
              <td data-l={left}>
                <div>
                  {days(mission.usedQuarters / 4, mission.grantedQuarters / 4)}
                  <small className="block">{until(mission.endsOn)}</small>
                </div>
              </td>
            </tr>
          ))}
        </RecordTable>
      )}
    </section>
  );
}
