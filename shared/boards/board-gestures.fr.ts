import type { RepeatEvery } from '#shared/boards/card/repeat.ts';
import type { Gesture } from '#shared/boards/change-doc.ts';
import { plural } from '../kernel/plural.fr.ts';

type Titled = Gesture & { readonly about: 'cards' };
type OfColumn = Gesture & { readonly about: 'column' };

const DE: Record<Titled['what'], string> = {
  added: 'ajout',
  moved: 'déplacement',
  archived: 'archivage',
  restored: 'retour sur le tableau',
  edited: 'modification',
};
const OF_COLUMN: Record<OfColumn['what'], string> = {
  added: 'ajout',
  removed: 'suppression',
  moved: 'déplacement',
  edited: 'modification',
};

/** A gesture as a noun, « déplacement de la carte « Plans » »; `name` is the title of its only card, or the name of its column. */
function gestureName(gesture: Gesture, name: string): string {
  if (gesture.about === 'labels') return 'modification des étiquettes du tableau';
  if (gesture.about === 'board') return 'modification du tableau';
  if (gesture.about === 'column') return `${OF_COLUMN[gesture.what]} de la colonne ${name}`;
  const { what, ids } = gesture;
  return ids.length === 1 ? `${DE[what]} de la carte « ${name} »` : `${DE[what]} de ${ids.length} cartes`;
}

const cards = (count: number) => plural(count, 'carte', 'cartes');
const agree = (count: number, one: string) => (count > 1 ? `${one}s` : one);

/** Words of gestures on a board: undoing them, and doing them for several cards at once. */
export const boardGestures = {
  undo: 'Annuler le dernier geste',
  redo: 'Rétablir le geste annulé',
  undoShort: 'Annuler',
  redoShort: 'Rétablir',
  undone: (gesture: Gesture, name: string) => `Annulé : ${gestureName(gesture, name)}.`,
  redone: (gesture: Gesture, name: string) => `Rétabli : ${gestureName(gesture, name)}.`,
  undoneToArchive: (gesture: Gesture, name: string) =>
    `Annulé : ${gestureName(gesture, name)}, à retrouver dans les cartes archivées.`,
  overtaken: (gesture: Gesture, name: string) =>
    `Rien n’a changé : quelqu’un d’autre est intervenu depuis (${gestureName(gesture, name)}).`,
  inUse: (column: string) => `La colonne ${column} reste : elle contient des cartes.`,
  othersSince: 'D’autres gestes ont suivi : annulez-les d’abord.',

  duplicate: 'Dupliquer',
  copyOf: (title: string) => `${title} (copie)`,

  select: 'Sélectionner',
  isSelected: 'sélectionnée',
  unselect: 'Retirer de la sélection',
  selection: 'Cartes sélectionnées',
  selected: (count: number) => `${cards(count)} ${agree(count, 'sélectionnée')}`,
  selectNone: 'Tout désélectionner',
  moveSelected: (count: number) => `Déplacer ${cards(count)}`,
  dueOfSelected: (count: number) => `Échéance de ${cards(count)}`,
  dueDay: 'Jour',
  dueNone: 'Vide : les cartes n’ont plus d’échéance.',
  apply: 'Appliquer',
  start: 'Au début',
  end: 'À la fin',
  spoken: {
    selected: (count: number) =>
      count === 0 ? 'aucune carte sélectionnée' : `${cards(count)} ${agree(count, 'sélectionnée')}`,
    moved: (count: number, column: string) =>
      `${cards(count)} ${agree(count, 'déplacée')} dans la colonne ${column}`,
    archived: (count: number) => `${cards(count)} ${agree(count, 'archivée')}`,
    labelled: (count: number, label: string, isOn: boolean) =>
      isOn ? `étiquette ${label} donnée à ${cards(count)}` : `étiquette ${label} retirée de ${cards(count)}`,
    assigned: (count: number, person: string, isOn: boolean) =>
      isOn
        ? `${cards(count)} ${agree(count, 'confiée')} à ${person}`
        : `${person} retirée de ${cards(count)}`,
    due: (count: number, day: string | null) =>
      day === null ? `échéance retirée de ${cards(count)}` : `${cards(count)} à échéance : ${day}`,
  },

  repeat: 'Répétition',
  once: 'Une seule fois',
  repeats: { week: 'Chaque semaine', month: 'Chaque mois' } satisfies Record<RepeatEvery, string>,
  nextCard: 'Prochaine carte le',
  nextTooEarly: 'Choisissez un jour à venir.',
  repeatHint: (day: string) =>
    `Une nouvelle carte viendra : ${day.charAt(0).toLowerCase()}${day.slice(1)}, étapes à refaire, échéance décalée d’autant. Une carte archivée ne revient pas.`,
  platform: 'la plateforme',

  toBoard: {
    entry: 'Vers un autre tableau…',
    title: (card: string) => `Mettre la carte « ${card} » sur un autre tableau`,
    loading: 'Recherche des tableaux…',
    nowhere: 'Il n’y a pas d’autre tableau sur lequel vous pouvez écrire.',
    board: 'Tableau',
    choose: 'Choisir un tableau',
    seenBy: (group: string, count: number) =>
      `Elle sera vue par le groupe « ${group} » : ${plural(count, 'personne', 'personnes')}.`,
    travels:
      'Partent avec elle : titre, consigne, début, échéance, étapes, étiquettes, fichiers et couverture.',
    stays:
      'Restent ici, sur une carte archivée qui dit où elle est allée : commentaires, liens, dépendances, champs et répétition.',
    lost: (names: readonly string[]) =>
      `Ne sont pas de ce groupe, et n’y seront plus nommés : ${names.join(', ')}.`,
    done: (board: string) => `Carte déplacée vers le tableau « ${board} ».`,
    open: 'L’ouvrir',
    movedAway: 'Cette carte continue sur un autre tableau : l’ouvrir.',
  },

  columnColour: 'Couleur de la colonne',
  columnColourHint: 'Un repère pour l’œil, en plus du nom.',
  noColour: 'Aucune',
  editColumn: 'Modifier la colonne…',

  shortcuts: [
    ['Ctrl + Z', 'Annuler votre dernier geste, jamais celui des autres'],
    ['Ctrl + Maj + Z', 'Le rétablir'],
    ['Espace', 'Sélectionner la carte, ou l’enlever de la sélection'],
    ['Maj + Espace', 'Étendre la sélection jusqu’à cette carte'],
    ['Ctrl + A', 'Sélectionner toutes les cartes de la colonne'],
    ['Ctrl + clic, Maj + clic', 'Les mêmes choses à la souris'],
    ['Maj + ← → sur le menu d’une colonne', 'Déplacer la colonne'],
  ] as const,
} as const;
