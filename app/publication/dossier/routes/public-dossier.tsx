import { findPublicDossier } from '#db/publication/dossier/public-dossiers.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { dossierPaths } from '#shared/publication/dossier/dossier-paths.ts';
import { thematicDossier as words } from '#shared/publication/dossier/thematic-dossier.fr.ts';
import { paragraphsOf } from '#shared/publication/dossier/thematic-dossier.ts';
import { publicSite } from '#shared/publication/public-site/public-site.fr.ts';
import { servicesContext } from '../../../context.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { ThemeChip } from '../../../ui/theme-chip.tsx';
import { AbsentPage } from '../../public-site/absent-page.tsx';
import { atItsAddress } from '../../public-site/at-its-address.server.ts';
import { SiteFrame } from '../../public-site/site-frame.tsx';
import { SocialMeta } from '../../public-site/social-meta.tsx';
import { DossierContents } from '../dossier-contents.tsx';
import type { Route } from './+types/public-dossier';

export const handle = staticPage;

const DESCRIPTION_MAX = 300;

/** [TD4] [TD6] A published dossier, at its one address: an old title leads there. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { db, origin } = context.get(servicesContext);
  const found = await findPublicDossier(db, params.adresse);
  const { published: dossier, address } = atItsAddress(request, found, dossierPaths.publicDossier);
  return { dossier, canonical: origin + address };
}

/** Asked for each time: a withdrawal is at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

const day = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'Europe/Paris' });

export default function PublicDossierPage({ loaderData: { dossier, canonical } }: Route.ComponentProps) {
  const { title, theme, introduction, items, publishedAt } = dossier;
  const paragraphs = paragraphsOf(introduction).map((text, rank) => ({ rank, text }));
  const description = (paragraphs[0]?.text ?? '').slice(0, DESCRIPTION_MAX);
  return (
    <SiteFrame>
      <title>{`${title} · ${frame.product}`}</title>
      <SocialMeta
        title={title}
        description={description}
        canonical={canonical}
        kind="article"
        picture={dossierPaths.picture(dossier.address)}
      />
      <article className="public-sheet">
        <header className="mb-8">
          <p className="over row">
            <ThemeChip theme={theme} />
          </p>
          <h1 className="break-words">{title}</h1>
          <p className="muted mt-3">{publicSite.published(day.format(publishedAt))}</p>
        </header>
        <div className="prose">
          {paragraphs.map(({ rank, text }) => (
            <p key={rank} className="whitespace-pre-line break-words">
              {text}
            </p>
          ))}
        </div>
        <DossierContents items={items} />
        <footer className="mt-8 small muted">
          <p>
            <a href={dossierPaths.publicDossiers()}>{words.all}</a>
          </p>
        </footer>
      </article>
    </SiteFrame>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <AbsentPage error={error} gone={{ title: words.goneTitle, text: words.goneText }} />;
}
