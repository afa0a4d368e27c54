import { plural } from '../../kernel/plural.fr.ts';

/** Words of comments that a page shows before its comments are loaded; `comment` has them too. */
export const commentEntry = {
  title: 'Commentaires',
  open: (count: number) => plural(count, 'commentaire ouvert', 'commentaires ouverts'),
  unread: (count: number) => plural(count, 'non lu', 'non lus'),
  pick: 'Commenter un paragraphe',
  commentKeys: 'Commenter (Ctrl+Alt+M)',
  emptyForReaders: 'Les remarques sur ce document apparaîtront ici.',
  loading: 'Chargement des commentaires…',
  failed: 'Les commentaires n’ont pas pu être chargés.',
  retry: 'Réessayer',
  empty:
    'Sélectionnez un passage du texte, puis « Commenter » : tous ceux qui lisent le document verront votre remarque et pourront y répondre.',
  count: (count: number) => plural(count, 'commentaire', 'commentaires'),
  comment: 'Commenter',
  suggest: 'Suggérer',
  mode: 'Mode',
  write: 'Écrire',
  suggestModeOn: 'Mode suggestion : ce que vous tapez est proposé, le texte ne change pas.',
  suggestModeOff: 'Vous écrivez dans le texte.',
  formNotProposed: 'La mise en forme ne peut pas être proposée. Le mode suggestion ne propose que des mots.',
  introduced: (label: string, text: string) => `${label} : ${text}`,
} as const;
