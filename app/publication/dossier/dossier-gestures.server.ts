import { dossierPaths } from '#shared/publication/dossier/dossier-paths.ts';
import { thematicDossier as words } from '#shared/publication/dossier/thematic-dossier.fr.ts';
import { afterOn } from '../../kernel/done.server.ts';
import { gesturesOf, text } from '../../kernel/gesture.server.ts';

/** The dossier whose page it is. */
interface DossierPage {
  readonly dossier: { readonly id: string; readonly title: string };
}

const { news } = words;
const after = afterOn(({ dossier }: DossierPage) => dossierPaths.dossier(dossier));
const ofDossier = gesturesOf(({ dossier }: DossierPage) => ({ dossierId: dossier.id }));
const moving = (direction: 'up' | 'down') =>
  gesturesOf(({ dossier }: DossierPage) => ({ dossierId: dossier.id, direction }))(
    'thematicDossier.moveItem',
    { fields: { item: text, seen: text }, form: () => 'up', done: after(news.textes, 'textes') },
  );

/** What the button of a new dossier does. */
export const newDossierGestures = {
  create: gesturesOf((_: object) => ({ introduction: '' }))('thematicDossier.create', {
    fields: { title: text, themeId: text },
    done: (dossier) => after(news.cree, null)(null, { dossier }),
  }),
};

/** What the buttons of the page of a dossier do. */
export const dossierGestures = {
  edit: ofDossier('thematicDossier.edit', {
    fields: { title: text, themeId: text, introduction: text, seen: text },
    form: () => 'edit',
    done: (dossier) => after(news.presentation, 'presentation')(null, { dossier }),
  }),
  add: ofDossier('thematicDossier.addItem', {
    fields: { item: text, line: text, seen: text },
    form: () => 'add',
    done: after(news.textes, 'ajouter'),
  }),
  present: ofDossier('thematicDossier.presentItem', {
    fields: { item: text, line: text, seen: text },
    form: () => 'present',
    done: after(news.textes, 'textes'),
  }),
  remove: ofDossier('thematicDossier.removeItem', {
    fields: { item: text, seen: text },
    form: () => 'remove',
    done: after(news.textes, 'textes'),
  }),
  up: moving('up'),
  down: moving('down'),
  publish: ofDossier('thematicDossier.publish', {
    fields: { seen: text },
    form: () => 'publish',
    done: after(news.publie, 'publication'),
  }),
  withdraw: ofDossier('thematicDossier.withdraw', {
    fields: { seen: text },
    form: () => 'withdraw',
    done: after(news.retire, 'publication'),
  }),
  delete: ofDossier('thematicDossier.deleteDraft', {
    fields: { seen: text },
    form: () => 'delete',
    done: () => ({ to: dossierPaths.dossiers(), said: words.deleted, focus: null }),
  }),
};
