import { redirect } from 'react-router';
import { listPublicDossiers } from '#db/public-dossiers.ts';
import { dossierPaths } from '#shared/dossier-paths.ts';
import { frame } from '#shared/messages/fr/frame.ts';
import { thematicDossier as words } from '#shared/messages/fr/thematic-dossier.ts';
import { paragraphsOf } from '#shared/thematic-dossier/thematic-dossier.ts';
import { servicesContext } from '../context.ts';
import { SiteFrame } from '../public-site/site-frame.tsx';
import { SocialMeta } from '../public-site/social-meta.tsx';
import { staticPage } from '../static-page.ts';
import { ThemeChip } from '../ui/theme-chip.tsx';
import type { Route } from './+types/public-dossiers';

export const handle = staticPage;

/** [TD4] Published dossiers and nothing else, for anybody. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { db, origin } = context.get(servicesContext);
  const address = dossierPaths.publicDossiers();
  if (new URL(request.url).pathname !== address) throw redirect(address, 301);
  return { dossiers: await listPublicDossiers(db), canonical: origin + address };
}

/** Asked for each time: a withdrawal is at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function PublicDossiers({ loaderData: { dossiers, canonical } }: Route.ComponentProps) {
  return (
    <SiteFrame>
      <title>{`${words.list} · ${frame.product}`}</title>
      <SocialMeta title={words.list} description={words.listLead} canonical={canonical} kind="website" />
      <h1>{words.list}</h1>
      <p className="lead mt-3">{words.listLead}</p>
      {dossiers.length === 0 ? (
        <p className="mt-8">{words.publicEmpty}</p>
      ) : (
        <ul className="public-sheets mt-8">
          {dossiers.map(({ address, title, theme, introduction, count }) => (
            <li key={address} className="plate">
              <p className="row small">
                <ThemeChip theme={theme} />
                <span className="muted">{words.items(count)}</span>
              </p>
              <h2 className="break-words">
                <a href={dossierPaths.publicDossier(address)}>{title}</a>
              </h2>
              <p className="break-words line-clamp-4">{paragraphsOf(introduction)[0]}</p>
            </li>
          ))}
        </ul>
      )}
    </SiteFrame>
  );
}
