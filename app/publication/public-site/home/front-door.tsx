import { ArrowRight, Megaphone } from 'lucide-react';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { openDataPaths } from '#shared/publication/open-data/open-data-paths.ts';
import { publicHome as words } from '#shared/publication/public-site/public-home.fr.ts';
import type { PublicHome } from '#shared/publication/public-site/public-home.ts';
import { COMMUNES, CONVENTIONS, DOTS, OUTLINE, VIEW_BOX } from './france.ts';

/** [PS10] On the spruce ground: what this is, the call that closes first, and where the communes are. */
export function FrontDoor({ call, season }: { call: PublicHome['call']; season: string | null }) {
  return (
    <div className="door">
      <div className="pub-in">
        <div>
          <p className="over">{words.over(season)}</p>
          <h1>{words.heading}</h1>
          <p className="lead">{words.lead}</p>
          <CallCard call={call} />
        </div>
        <CommuneMap />
      </div>
    </div>
  );
}

function CallCard({ call }: { call: PublicHome['call'] }) {
  const said = words.call;
  const isOpen = call?.part === 'open';
  return (
    <section className="card callcard" aria-labelledby="appel">
      <p className="over">
        <Megaphone className="icon" aria-hidden="true" />
        {isOpen ? said.open : said.next}
      </p>
      {call ? (
        <>
          <h2 id="appel" className="break-words">
            {call.title}
          </h2>
          <CallDay call={call} />
          <p className="row">
            {isOpen && (
              <a className="btn primary" href={programmePaths.apply(call)}>
                {said.apply}
                <ArrowRight className="icon" aria-hidden="true" />
              </a>
            )}
            <a className={isOpen ? 'btn' : 'btn primary'} href={programmePaths.call(call)}>
              {said.read}
            </a>
            {call.others > 0 && <a href={programmePaths.calls()}>{said.others(call.others)}</a>}
          </p>
        </>
      ) : (
        <>
          <h2 id="appel">{said.next}</h2>
          <p>{said.none}</p>
          <p className="row">
            <a className="btn" href={programmePaths.calls()}>
              {said.past}
            </a>
          </p>
        </>
      )}
    </section>
  );
}

function CallDay({ call: { part, opensAt, closesAt, daysLeft } }: { call: NonNullable<PublicHome['call']> }) {
  const isOpen = part === 'open';
  const at = isOpen ? closesAt : opensAt;
  return (
    <p>
      {isOpen ? words.call.until : words.call.opens}{' '}
      <time dateTime={at.toISOString()}>
        <strong>{words.call.at(at)}</strong>
      </time>
      {isOpen && `, ${words.call.within(daysLeft)}`}.
    </p>
  );
}

function CommuneMap() {
  const { map } = words;
  return (
    <div className="france-fig">
      <svg className="dotmap" viewBox={VIEW_BOX} role="img" aria-label={map.described}>
        <path className="land grid" d={OUTLINE} />
        <path className="dots" d={DOTS} />
      </svg>
      <ul className="overseas" aria-label={map.seas}>
        {map.overseas.map(([name, communes]) => (
          <li key={name}>
            <svg
              className="counted"
              viewBox={`0 0 ${communes * 10 - 3} 7`}
              preserveAspectRatio="xMaxYMid"
              aria-hidden="true"
            >
              <path d={`M3.5 3.5${'h0m10 0'.repeat(communes)}`} />
            </svg>
            {name}
            <span className="vh">{map.count(communes)}</span>
          </li>
        ))}
      </ul>
      <p className="small">
        {map.said(COMMUNES, CONVENTIONS)} <a href={openDataPaths.map()}>{map.link}</a>
      </p>
    </div>
  );
}
