/** Words of the editor's own tools: menus, search, shortcuts, counts. What stands in the text is in `document-blocks.ts`. */
import type { CalloutKind } from '#shared/document/document-attributes.ts';
import { plural } from './plural.ts';

export const editor = {
  slashLabel: 'Blocs à insérer',
  slashNone: 'Aucun bloc de ce nom. Échap pour garder le texte.',
  slashCount: (count: number) =>
    `${plural(count, 'bloc', 'blocs')}. Flèches pour choisir, Entrée pour insérer.`,
  slashAt: (label: string, rank: number, count: number) => `${label}, ${rank} sur ${count}`,
  groups: {
    text: 'Texte',
    lists: 'Listes',
    callouts: 'Encadrés',
    layout: 'Mise en page',
    media: 'Images et fichiers',
    inline: 'Dans la phrase',
  },
  insertions: {
    paragraph: 'Texte',
    heading: (level: 2 | 3 | 4) => `Titre ${level - 1}`,
    quote: 'Citation',
    code: 'Bloc de code',
    rule: 'Séparation',
    bulletList: 'Liste à puces',
    orderedList: 'Liste numérotée',
    taskList: 'Liste de tâches',
    details: 'Volet dépliable',
    twoColumns: 'Deux colonnes',
    threeColumns: 'Trois colonnes',
    table: 'Tableau',
    image: 'Image',
  },
  keywords: {
    paragraph: 'paragraphe normal corps',
    heading: 'titre section chapitre partie sous-titre h',
    quote: 'extrait guillemets bloc',
    code: 'programme script source informatique',
    rule: 'ligne trait horizontal filet coupure diviseur',
    bulletList: 'puces points énumération',
    orderedList: 'numéros étapes énumération ordre',
    taskList: 'tâches cases à cocher actions faire',
    details: 'replier accordéon détails masquer foire aux questions',
    columns: 'colonnes côte à côte mise en page',
    table: 'tableau grille lignes colonnes cellules',
    image: 'photo illustration figure dessin carte',
    callouts: {
      info: 'encadré note information remarque',
      warning: 'encadré attention avertissement vigilance danger important',
      practice: 'encadré bonne pratique conseil astuce',
      example: 'encadré exemple cas retour expérience',
      definition: 'encadré définition glossaire terme lexique',
      key: 'encadré à retenir essentiel résumé synthèse',
    } satisfies Record<CalloutKind, string>,
  },
} as const;
