import { TRASH_DAYS } from '#shared/documents/trash/trash.ts';
import { plural } from '../../kernel/plural.fr.ts';

/** Words of the trash: the same for documents and boards. */
export const trash = {
  title: 'Corbeille',
  lead: `Ce qui est à la corbeille n’est plus visible. Le restaurer le rend au groupe, tel qu’il était ; après ${TRASH_DAYS} jours, il est supprimé pour de bon.`,
  empty: 'La corbeille est vide.',
  trashed: (title: string) => `« ${title} » est à la corbeille.`,
  undo: 'Annuler',
  by: (name: string, when: string) => `Mis à la corbeille par ${name}, ${when}`,
  formerMember: 'un ancien membre',
  daysLeft: (days: number) =>
    days === 0 ? 'supprimé cette nuit' : `encore ${plural(days, 'jour', 'jours')}`,
  restore: 'Restaurer',
  restoreNamed: (title: string) => `Restaurer « ${title} »`,
  deleteFor: (title: string) => `Supprimer définitivement « ${title} »…`,
  deleteWarning:
    'Le texte, l’historique, les commentaires et la publication disparaissent pour tout le monde, tout de suite. Rien ne pourra les rendre.',
  restored: {
    document: 'Le document est de retour, tel qu’il était.',
    board: 'Le tableau est de retour, tel qu’il était.',
  },
  delete: 'Supprimer définitivement',
  deleted: 'La suppression est faite.',
} as const;
