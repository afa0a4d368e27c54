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
import { Empty } from '../../../ui/page/empty.tsx';
import { NewLink } from '../../../ui/page/new-link.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { RecordTable } from '../../../ui/records/record-table.tsx';
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
      <PageHead title={words.title} lead={words.lead}>
        {mayManage && <NewLink to={programmePaths.newTrack()}>{words.new}</NewLink>}
      </PageHead>
      <DataTabs current="tracks" />
      {tracks.length === 0 ? (
        <Empty title={words.emptyTitle} text={words.emptyText} />
      ) : (
        <>
          <p className="mb-4 font-semibold">{words.count(tracks.length)}</p>
          <RecordTable
            caption={words.caption}
            columns={[columns.title, columns.phase, columns.schema, columns.updated]}
            first="w-[45%]"
          >
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
          </RecordTable>
        </>
      )}
    </main>
  );
}
