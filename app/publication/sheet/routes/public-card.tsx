import { findPublicSheet } from '#db/publication/sheet/public-sheets.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { openData } from '#shared/publication/open-data/open-data.fr.ts';
import { sheetPaths } from '#shared/publication/sheet/sheet-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound } from '../../../kernel/access.server.ts';
import { staticPage } from '../../../kernel/static-page.ts';
import { ThemeChip } from '../../../ui/theme-chip.tsx';
import type { Route } from './+types/public-card';

export const handle = staticPage;

const words = openData.card;

/** [PS6] A published sheet as a small page that any site may frame. A withdrawn one says so where it was framed. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { db, origin } = context.get(servicesContext);
  const sheet = await findPublicSheet(db, params.adresse);
  if (sheet === null) throw notFound();
  if (sheet === 'withdrawn') return null;
  const { title, hook, facts, address } = sheet;
  return { title, hook, facts, href: origin + sheetPaths.publicSheet(address) };
}

/** Asked for each time: a withdrawal is at once. */
export function headers() {
  return { 'Cache-Control': 'no-cache' };
}

export default function PublicCard({ loaderData: sheet }: Route.ComponentProps) {
  if (!sheet)
    return (
      <main className="sheet-card" id="contenu">
        <title>{words.gone}</title>
        <h1>{words.gone}</h1>
      </main>
    );
  const { title, hook, facts, href } = sheet;
  return (
    <main className="sheet-card" id="contenu">
      <title>{words.frameTitle(title)}</title>
      <meta name="robots" content="noindex" />
      <p className="over row">
        <ThemeChip theme={facts.theme} />
      </p>
      <h1 className="break-words">{title}</h1>
      <p className="mt-2 break-words">{hook}</p>
      <p className="muted small mt-2">{facts.cities.join(', ')}</p>
      <p className="mt-3">
        <a href={href} target="_blank" rel="noopener" aria-label={`${words.read} : ${title}`}>
          {words.read}
        </a>{' '}
        <span className="muted small">{frame.product}</span>
      </p>
    </main>
  );
}
