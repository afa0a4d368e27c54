import { Plus } from 'lucide-react';
import { Link } from 'react-router';
import { listTracks } from '#db/programme/track/tracks.ts';
import { dates } from '#shared/kernel/dates.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { dataset as datasetWords } from '#shared/library/dataset/dataset.fr.ts';
import { paths } from '#shared/paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { track as words } from '#shared/programme/track/track.fr.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requireMember } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { DataTabs } from '../../../library/need/data-tabs.tsx';
import { Logo } from '../../../ui/logo.tsx';
import { PhaseBadge } from '../phase-badge.tsx';
import type { Route } from './+types/tracks';

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.datasets(), label: datasetWords.title },
    { href: programmePaths.tracks(), label: words.title },
  ],
});

export async function loader({ context }: Route.LoaderArgs) {
  const { id: userId } = requireMember(context);
  const { db, now } = context.get(servicesContext);
  const at = now();
  const found = await listTracks(db, { userId, now: at });
  if (!found) throw notFound();
  return { ...found, now: at };
}

export default function Tracks({ loaderData: { tracks, mayManage, now } }: Route.ComponentProps) {
  const { columns } = words;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, datasetWords.title)}</title>
      <div className="head">
        <div>
          <h1>{words.title}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        {mayManage && (
          <Link className="btn primary" to={programmePaths.newTrack()}>
            <Plus className="icon" aria-hidden="true" />
            {words.new}
          </Link>
        )}
      </div>
      <DataTabs current="tracks" />
      {tracks.length === 0 ? (
        <div className="empty">
          <Logo />
          <h2>{words.emptyTitle}</h2>
          <p>{words.emptyText}</p>
        </div>
      ) : (
        <>
          <p className="mb-4 font-semibold">{words.count(tracks.length)}</p>
          <div className="tablewrap">
            <table className="records">
              <caption className="vh">{words.caption}</caption>
              <thead>
                <tr>
                  <th scope="col" className="w-[45%]">
                    {columns.title}
                  </th>
                  <th scope="col">{columns.phase}</th>
                  <th scope="col">{columns.schema}</th>
                  <th scope="col">{columns.updated}</th>
                </tr>
              </thead>
              <tbody>
                {tracks.map((track) => (
                  <tr key={track.id}>
                    <th scope="row">
                      <Link to={programmePaths.track(track)}>{track.title}</Link>
                      {track.isForCommonCore && <small>{words.commonCore}</small>}
                    </th>
                    <td data-l={columns.phase}>
                      <PhaseBadge phase={track.phase} />
                    </td>
                    <td data-l={columns.schema}>
                      {track.schemaName || <span className="muted">{words.noSchema}</span>}
                    </td>
                    <td data-l={columns.updated}>
                      <time dateTime={track.updatedAt.toISOString()} title={dates.exact(track.updatedAt)}>
                        {dates.relative(track.updatedAt, now)}
                      </time>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </main>
  );
}
