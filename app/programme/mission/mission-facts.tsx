import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { paths } from '#shared/paths.ts';
import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import type { MissionForMember } from '#shared/programme/mission/mission-records.ts';
import { Plate } from '../../ui/page/plate.tsx';
import { noonOf } from './answer.ts';

/** What the order says. */
export function MissionFacts({ mission }: { mission: MissionForMember }) {
  const { facts } = words;
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).join(', ');
  return (
    <Plate id="order" title={facts.title}>
      <dl className="facts">
        <Fact label={facts.experiment}>{mission.experiment.title}</Fact>
        <Fact label={facts.cities}>{names(mission.cities)}</Fact>
        <Fact label={facts.firm}>{mission.firm.name}</Fact>
        <Fact label={facts.consultants}>{names(mission.consultants) || facts.nobody}</Fact>
        <Fact label={words.columns.period}>
          {words.period(dates.short(noonOf(mission.startsOn)), dates.short(noonOf(mission.endsOn)))}
        </Fact>
        <Fact label={facts.price}>
          {mission.dailyPriceCents === null ? facts.noPrice : words.euros(mission.dailyPriceCents)}
        </Fact>
        <Fact label={facts.funding}>{facts.funded}</Fact>
        <Fact label={facts.letter}>
          {mission.letter ? (
            <Link to={paths.document(mission.letter)}>{mission.letter.title}</Link>
          ) : (
            facts.noLetter
          )}
        </Fact>
      </dl>
      {mission.purpose && <p className="whitespace-pre-line break-words mt-3">{mission.purpose}</p>}
    </Plate>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
