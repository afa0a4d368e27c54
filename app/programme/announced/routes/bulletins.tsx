import { Link } from 'react-router';
import { countBulletins, listAside, listBulletins } from '#db/programme/bulletin/bulletins.ts';
import { canOnPlatform } from '#shared/kernel/access/access.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { pages as pageWords } from '#shared/kernel/page/pages.fr.ts';
import { askedPage, LINES_A_PAGE, placeOfPage } from '#shared/kernel/paging.ts';
import { bulletin as words } from '#shared/programme/bulletin/bulletin.fr.ts';
import { bulletinStateOf } from '#shared/programme/bulletin/bulletin.ts';
import { bulletinPaths } from '#shared/programme/bulletin/bulletin-paths.ts';
import { servicesContext } from '../../../context.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { Logo } from '../../../ui/logo.tsx';
import { NewLink } from '../../../ui/page/new-link.tsx';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { Pages } from '../../../ui/pages.tsx';
import { AnnouncedTabs } from '../announced-tabs.tsx';
import { BulletinList } from '../bulletin-list.tsx';
import { requirePerson } from '../require-person.server.ts';
import type { Route } from './+types/bulletins';

export const handle = frameHandle({
  crumbs: () => [{ href: bulletinPaths.bulletins(), label: words.title }],
});

/** [AE1] What the coordination announced, for whoever may read it. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const person = await requirePerson(context);
  const { db } = context.get(servicesContext);
  const asked = askedPage(new URL(request.url).searchParams);
  const place = placeOfPage(asked, await countBulletins(db, person));
  const aside = await listAside(db, person);
  return {
    bulletins: await listBulletins(db, { person, limit: LINES_A_PAGE, offset: place.offset }),
    drafts: aside.filter((one) => bulletinStateOf(one) === 'draft'),
    withdrawn: aside.filter((one) => bulletinStateOf(one) === 'withdrawn'),
    place,
    mayWrite: canOnPlatform(person.platformRole, 'programme.announce'),
  };
}

export default function Bulletins({ loaderData }: Route.ComponentProps) {
  const { bulletins, drafts, withdrawn, place, mayWrite } = loaderData;
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title)}</title>
      <PageHead title={words.title} lead={words.lead}>
        {mayWrite && <NewLink to={bulletinPaths.newBulletin()}>{words.new}</NewLink>}
      </PageHead>
      <AnnouncedTabs current="bulletins" />
      <div className="measure">
        <Aside title={words.drafts} bulletins={drafts} />
        {bulletins.length === 0 ? (
          <div className="empty">
            <Logo />
            <p>{mayWrite ? words.emptyWriter : words.empty}</p>
          </div>
        ) : (
          <BulletinList bulletins={bulletins} />
        )}
        <Pages words={pageWords} page={place.page} pages={place.pages} to={bulletinPaths.bulletins} />
        <Aside title={words.withdrawn} bulletins={withdrawn} />
      </div>
    </main>
  );
}

function Aside({
  title,
  bulletins,
}: {
  title: string;
  bulletins: readonly { readonly id: string; readonly title: string }[];
}) {
  if (bulletins.length === 0) return null;
  return (
    <details className="my-6">
      <summary>
        {title} ({bulletins.length})
      </summary>
      <ul className="ruled mt-3">
        {bulletins.map((one) => (
          <li key={one.id}>
            <Link to={bulletinPaths.bulletin(one)}>{one.title}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
