import { plural } from '../kernel/plural.fr.ts';

const list = new Intl.ListFormat('fr', { type: 'conjunction' });

/** Words of the past of a document that its own page and lists say; those of the history come with it. */
export const documentPast = {
  history: 'Historique',
  noOrganisation: 'Sans organisation',
  unread: 'modifié depuis votre visite',
  people: (names: readonly string[]) => list.format(names),
  since: {
    title: (at: string) => `Depuis votre dernière visite (${at})`,
    by: (count: number, names: string) => `${plural(count, 'modification', 'modifications')} de ${names}.`,
    others: 'd’autres personnes',
    show: 'Voir',
    hide: 'Masquer',
    close: 'Ne plus afficher',
    loading: 'Comparaison en cours…',
    failed: 'La comparaison n’a pas pu être faite. Réessayez dans un instant.',
    whole: 'Ouvrir la comparaison',
  },
  who: {
    title: 'Qui a écrit',
    sentence: (parts: readonly { name: string; percent: number }[]) =>
      `Part de chaque organisation dans le texte d’aujourd’hui : ${new Intl.ListFormat('fr').format(
        parts.map(({ name, percent }) => `${name}, ${percent} %`),
      )}.`,
    percent: (percent: number) => (percent === 0 ? 'moins de 1 %' : `${percent} %`),
    table: 'Part de chaque organisation dans le texte, en pourcentage des caractères',
    organisation: 'Organisation',
    part: 'Part',
    percentColumn: 'Part du texte (%)',
    csv: 'Télécharger ces parts (CSV)',
    csvName: (title: string) => `Qui a écrit - ${title}`,
    show: 'Qui a écrit quoi',
    failed: 'Les auteurs n’ont pas pu être demandés au serveur. Réessayez quand la connexion sera revenue.',
  },
} as const;
