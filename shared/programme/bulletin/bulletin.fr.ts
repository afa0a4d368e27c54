import { dates } from '../../kernel/dates.fr.ts';
import { toldTo } from '../told-to.fr.ts';
import type { BulletinState, TypedBulletin } from './bulletin.ts';
import type { BulletinError } from './bulletin-errors.ts';
import { latelyTold } from './lately-told.fr.ts';

/** Words of announcements of the programme. */
export const bulletin = {
  ...latelyTold,
  one: 'Actualité',
  lead: 'Ce que l’animation annonce à tout le programme.',
  publicLead: 'Ce que l’animation du programme annonce à tout le monde.',
  new: 'Écrire une actualité',
  newLead:
    'Un titre qui dit la nouvelle, et quelques paragraphes. Elle se publie sur sa page, après relecture.',
  edit: 'Modifier',
  editTitle: 'Modifier l’actualité',
  empty: 'Aucune actualité n’est encore publiée. Celles de l’animation paraîtront ici.',
  emptyWriter: 'Aucune actualité n’est encore écrite.',
  states: { draft: 'Brouillon', published: 'Publiée', withdrawn: 'Retirée' } satisfies Record<
    BulletinState,
    string
  >,
  drafts: 'Brouillons',
  withdrawn: 'Retirées',
  fields: { title: 'Titre', text: 'Texte', toldTo: toldTo.legend } satisfies Record<
    keyof TypedBulletin,
    string
  >,
  textHint: 'Une ligne vide sépare deux paragraphes. Une adresse (https://…) devient un lien.',
  save: 'Enregistrer',
  saveDraft: 'Enregistrer le brouillon',
  cancel: 'Annuler',
  refused: 'Rien n’est enregistré',
  publish: 'Publier',
  publishHint: {
    programme: 'Tout le programme en sera prévenu dans ses nouveautés.',
    public: 'Tout le programme en sera prévenu dans ses nouveautés, et tout le monde pourra la lire.',
  },
  withdraw: 'Retirer',
  withdrawnSaid: 'Personne d’autre que l’animation ne lit cette actualité.',
  restore: 'Rétablir',
  restoreOf: (title: string) => `Rétablir « ${title} »`,
  undo: 'Annuler',
  publicPage: 'Voir la page publique',
  published: (day: Date) => `Publiée le ${dates.short(day)}`,
  changed: (day: Date) => `modifiée le ${dates.short(day)}`,
  goneTitle: 'Cette actualité a été retirée',
  gone: 'Elle n’est plus d’actualité.',
  news: {
    written: 'Le brouillon est enregistré. Relisez-le, puis publiez-le.',
    changed: 'L’actualité est enregistrée.',
    published: 'L’actualité est publiée.',
    withdrawn: 'L’actualité est retirée : plus personne ne la lit.',
    restored: 'L’actualité est rétablie.',
  },
  errors: {
    'bulletin.titleInvalid': 'Écrivez un titre, en 200 caractères au plus.',
    'bulletin.textMissing': 'Écrivez le texte de l’actualité.',
    'bulletin.textTooLong': 'Ce texte est trop long : 5 000 caractères au plus.',
    'bulletin.toldToMissing': 'Choisissez qui voit cette actualité.',
    'bulletin.notDraft': 'Cette actualité est déjà publiée.',
  } satisfies Record<BulletinError, string>,
} as const;
