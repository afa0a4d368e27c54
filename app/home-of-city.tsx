import { CircleCheck, Megaphone } from 'lucide-react';
import { Link } from 'react-router';
import type { CaseForCity, HomeOfCity } from '#shared/home-of-city.ts';
import { home } from '#shared/news/to-do/home.fr.ts';
import { paths } from '#shared/paths.ts';
import { deskPaths } from '#shared/programme/facilitator/desk-paths.ts';
import { ownFacilitator } from '#shared/programme/facilitator/own-facilitator.fr.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { OwnFacilitator } from './programme/facilitator/own-facilitator.tsx';
import { SheetPicture } from './publication/public-site/picture.tsx';
import { Plate } from './ui/page/plate.tsx';
import { ThemeChip } from './ui/theme-chip.tsx';

const words = home.ofCity;

function reasonText(reason: NonNullable<CaseForCity['reason']>): string {
  return reason.kind === 'data' ? words.ready(reason.ready, reason.total) : words.sizes[reason.size];
}

/** [RP11] Use cases for a city like the reader’s, each with its reason; the latest, and a way to say what one has, where none is near. */
function CasesForCity({
  cases,
  total,
  spaceId,
}: Pick<HomeOfCity, 'cases' | 'total'> & { readonly spaceId: string | null }) {
  const isNear = cases.some(({ reason }) => reason !== null);
  return (
    <Plate
      id="cases"
      title={isNear ? words.cases : words.latest}
      beside={total > 0 && <a href={sheetPaths.publicSheets()}>{words.all(total)}</a>}
    >
      {total === 0 && <p className="muted">{words.none}</p>}
      <ul className="home-cases">
        {cases.map(({ address, title, facts, photo, reason }) => (
          <li key={address} className="usecase">
            <ThemeChip theme={facts.theme} />
            <h3>
              <a href={sheetPaths.publicSheet(address)}>{title}</a>
            </h3>
            <p className="small muted">{facts.cities.join(', ')}</p>
            {reason && (
              <p className="small fit">
                <CircleCheck className="icon" aria-hidden="true" />
                {reasonText(reason)}
              </p>
            )}
            <SheetPicture sheet={{ address, facts, photo }} isSmall />
          </li>
        ))}
      </ul>
      {!isNear && total > 0 && spaceId && (
        <>
          <p className="muted mt-4">{words.sayWhy}</p>
          <p className="mt-3">
            <Link className="btn sm" to={paths.newDataset(spaceId)}>
              {words.say}
            </Link>
          </p>
        </>
      )}
    </Plate>
  );
}

/** [RP12] What the city checks and reproduces; nothing while there is none: the cases above are the first step. */
function RepeatedOnHome({ repeated }: Pick<HomeOfCity, 'repeated'>) {
  if (repeated.length === 0) return null;
  return (
    <Plate id="repeated" title={words.repeated}>
      <ul>
        {repeated.map(({ id, title, href, board, asked, ready }) => (
          <li key={id} className="owed">
            <div>
              <Link className="t" to={href}>
                {title}
              </Link>
              {asked > 0 && (
                <p className="why">
                  {words.ready(ready, asked)}
                  <br />
                  <meter min={0} max={asked} value={ready} aria-label={words.ready(ready, asked)} />
                </p>
              )}
            </div>
            <p className="act">
              {board ? (
                <Link className="btn sm" to={paths.board(board)} aria-label={words.boardOf(title)}>
                  {words.board}
                </Link>
              ) : (
                <Link className="btn sm" to={href} aria-label={words.againOf(title)}>
                  {words.again}
                </Link>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Plate>
  );
}

/** The call that closes first. */
function OpenCall({ call }: { readonly call: NonNullable<HomeOfCity['call']> }) {
  return (
    <section className="card" aria-labelledby="open-call">
      <p className="over row success">
        <Megaphone className="icon" aria-hidden="true" />
        {words.call}
      </p>
      <h2 id="open-call">{call.title}</h2>
      <p className="small mt-2">{words.until(call.closesAt)}</p>
      <p className="row mt-3">
        <Link className="btn" to={call.apply}>
          {words.apply}
        </Link>
        <a className="btn quiet" href={call.href}>
          {words.read}
        </a>
      </p>
    </section>
  );
}

/** [MB1] Groups that the reader may ask to join. */
function GroupsToJoin({ groups }: { readonly groups: HomeOfCity['openGroups'] }) {
  if (groups.length === 0) return null;
  return (
    <Plate id="open-groups" title={words.groups}>
      <ul className="links">
        {groups.map(({ id, name, purpose }) => (
          <li key={id}>
            <Link to={paths.groupJoin({ id, title: name })}>{name}</Link>
            <p>{purpose}</p>
          </li>
        ))}
      </ul>
      <p className="small muted mt-3">{words.join}</p>
    </Plate>
  );
}

/** What a city outside the experiments may repeat, and repeats. */
export function CasesOfCity({
  home,
  spaceId,
}: {
  readonly home: HomeOfCity;
  readonly spaceId: string | null;
}) {
  return (
    <>
      <CasesForCity {...home} spaceId={spaceId} />
      <RepeatedOnHome repeated={home.repeated} />
    </>
  );
}

/** Who helps it, and what is open to it. */
export function AroundCity({ home: { call, facilitators, openGroups } }: { readonly home: HomeOfCity }) {
  return (
    <>
      {call && <OpenCall call={call} />}
      <OwnFacilitator title={ownFacilitator.mine} facilitators={facilitators} help={deskPaths.help()} />
      <GroupsToJoin groups={openGroups} />
    </>
  );
}
