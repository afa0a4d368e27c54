import type { RouterContextProvider } from 'react-router';
import { listThemes } from '#db/programme/season/seasons.ts';
import { listPublishedItems } from '#db/publication/dossier/published-items.ts';
import {
  addDossierItem,
  moveDossierItem,
  presentDossierItem,
  publishDossier,
  removeDossierItem,
  withdrawDossier,
} from '#db/publication/dossier/thematic-dossier-items.ts';
import {
  type DossierForEditor,
  deleteDossierDraft,
  editDossier,
  findDossier,
  listDossierSteps,
} from '#db/publication/dossier/thematic-dossiers.ts';
import { idOfSegment } from '#shared/kernel/ids.ts';
import { servicesContext } from '../../context.ts';
import { notFound, requirePlatform } from '../../kernel/access.server.ts';
import { choiceOf } from '../../kernel/refusal.server.ts';

type Context = Readonly<RouterContextProvider>;

/** [TD1] Who coordinates, and the dossier of an address; for everybody else it is absent. */
export async function requireDossier(context: Context, segment: string | undefined) {
  const member = requirePlatform(context, 'programme.coordinate');
  const { db } = context.get(servicesContext);
  const dossierId = idOfSegment(segment);
  const dossier = dossierId ? await findDossier(db, { dossierId, userId: member.id }) : null;
  if (!dossier) throw notFound();
  return { member, dossier };
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

const INTENTS = ['edit', 'add', 'present', 'remove', 'up', 'down', 'publish', 'withdraw', 'delete'] as const;

/** A gesture of the page, and what the page says once it is done. */
export async function changeDossier(
  context: Context,
  { dossierId, userId, text }: { dossierId: string; userId: string; text: (name: string) => string },
) {
  const { db, now, newId } = context.get(servicesContext);
  const change = { dossierId, userId, now: now(), seen: Number(text('seen')) || 0 };
  const item = { ...change, documentId: text('item') };
  const intent = choiceOf(text('intent'), INTENTS);
  switch (intent) {
    case 'add':
      return { news: 'textes', done: await addDossierItem(db, { ...item, line: text('line') }) } as const;
    case 'present':
      return { news: 'textes', done: await presentDossierItem(db, { ...item, line: text('line') }) } as const;
    case 'remove':
      return { news: 'textes', done: await removeDossierItem(db, item) } as const;
    case 'up':
    case 'down':
      return { news: 'textes', done: await moveDossierItem(db, { ...item, direction: intent }) } as const;
    case 'publish':
      return { news: 'publie', done: await publishDossier(db, { ...change, newId }) } as const;
    case 'withdraw':
      return { news: 'retire', done: await withdrawDossier(db, change) } as const;
    case 'delete':
      return { news: 'supprime', done: await deleteDossierDraft(db, change) } as const;
    case 'edit': {
      const fields = { title: text('title'), themeId: text('themeId'), introduction: text('introduction') };
      return { news: 'presentation', done: await editDossier(db, { ...change, typed: fields }) } as const;
    }
  }
}
