import type { RouterContextProvider } from 'react-router';
import { listThemes } from '#db/programme/season/seasons.ts';
import { listPublishedItems } from '#db/publication/dossier/published-items.ts';
import {
  type DossierForEditor,
  findDossier,
  listDossierSteps,
} from '#db/publication/dossier/thematic-dossiers.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { servicesContext } from '../../context.ts';
import { notFound, requirePlatform } from '../../kernel/access.server.ts';

type Context = Readonly<RouterContextProvider>;

/** [TD1] The dossier of an address, for who coordinates; for everybody else it is absent. */
export async function requireDossier(context: Context, segment: string | undefined) {
  const member = requirePlatform(context, 'programme.coordinate');
  const { db } = context.get(servicesContext);
  const dossierId = idOfSegment(segment);
  const dossier = dossierId ? await findDossier(db, { dossierId, userId: member.id }) : null;
  if (!dossier) throw notFound();
  return dossier;
}

/** What the page of a dossier shows beside it. */
export async function loadDossier(context: Context, { id, themeId, theme, items }: DossierForEditor) {
  const { db, origin } = context.get(servicesContext);
  const published = await listPublishedItems(db);
  const themes = await listThemes(db);
  const isInIt = new Set(items.map(({ documentId }) => documentId));
  return {
    // A dossier of an earlier season keeps its theme.
    themes: themes.some((known) => known.id === themeId)
      ? themes
      : [...themes, { id: themeId, name: theme.name }],
    choices: published.filter(({ documentId }) => !isInIt.has(documentId)),
    steps: await listDossierSteps(db, id),
    origin,
  };
}
