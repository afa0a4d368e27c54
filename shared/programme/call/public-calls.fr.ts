import { dates } from '../../kernel/dates.fr.ts';
import { plural } from '../../kernel/plural.fr.ts';

/** Words of the list of calls for anybody, and of what a call gave. */
export const publicCalls = {
  title: 'Appels',
  lead: 'Les villes du programme candidatent, seules ou avec leur intercommunalité. Celles qui sont retenues expérimentent avec l’aide d’un cabinet de conseil.',
  parts: { open: 'Ouverts', coming: 'À venir', past: 'Passés' },
  none: 'Aucun appel n’est publié pour l’instant. Le prochain paraîtra ici.',
  noneOpen: 'Aucun appel n’est ouvert aujourd’hui.',
  until: 'Jusqu’au',
  from: 'Ouverture le',
  closed: (day: Date) => `Clos le ${dates.short(day)}`,
  at: (day: Date) => dates.exact(day),
  laureates: 'Lauréats',
  announced: (day: Date) => `Annoncés le ${dates.short(day)}.`,
  notYet: 'Les réponses ne sont pas encore annoncées.',
  unnamed: (count: number, hasNamed: boolean) =>
    hasNamed
      ? plural(
          count,
          'autre projet est retenu, sans être nommé ici.',
          'autres projets sont retenus, sans être nommés ici.',
        )
      : plural(count, 'projet retenu, sans être nommé ici.', 'projets retenus, sans être nommés ici.'),
} as const;
