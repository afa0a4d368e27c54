import type { VersionReport } from '#shared/documents/conversion/version-report.ts';
import { plural } from '../../kernel/plural.fr.ts';

type Unplaced = VersionReport['unplaced'][number];

/** Words of a corrected version that comes back in a file. */
export const versionReturn = {
  title: 'Importer une version corrigée',
  lead: 'Un fichier Word ou OpenDocument relu ailleurs. Le texte du document ne change pas : chaque modification devient une suggestion à accepter ou à refuser, chaque commentaire un fil, au nom que dit le fichier.',
  file: 'Fichier corrigé',
  fileHint: 'Word (.docx) ou OpenDocument (.odt), avec ou sans suivi des modifications.',
  check: 'Importer la version',
  checking: 'Lecture du fichier…',
  faults: 'La version n’a pas été importée',
  result: 'Ce que le fichier a apporté',
  nothing: 'Rien de nouveau : ce fichier dit la même chose que le document.',
  compared: 'Comparé à l’état du document d’où ce fichier est parti.',
  notCompared: 'Ce fichier ne dit pas de quel état il est parti : il a été comparé au texte d’aujourd’hui.',
  brought: ({ suggestions, threads, answers, known }: VersionReport): string[] =>
    [
      suggestions > 0 ? plural(suggestions, 'suggestion', 'suggestions') : '',
      threads > 0 ? plural(threads, 'fil de commentaires', 'fils de commentaires') : '',
      answers > 0 ? plural(answers, 'réponse dans un fil déjà là', 'réponses dans des fils déjà là') : '',
      known > 0 ? `${plural(known, 'fil ou suggestion', 'fils ou suggestions')} déjà dans le document` : '',
    ].filter((said) => said !== ''),
  unplaced: 'Ce qui n’a pas pu être placé',
  unplacedLead:
    'Le passage n’est plus dans le document, ou ne s’y trouve pas tel quel. À reprendre à la main.',
  lost: ({ kind, author, original, proposed }: Unplaced): string => {
    const by = author === '' ? '' : `${author} : `;
    if (kind === 'comment') return `${by}« ${proposed} »`;
    if (original === '') return `${by}ajouter « ${proposed.trim()} »`;
    return proposed === ''
      ? `${by}supprimer « ${original} »`
      : `${by}« ${original} » devient « ${proposed} »`;
  },
  more: (count: number) => `Et ${plural(count, 'autre', 'autres')}.`,
  toDocument: 'Voir les suggestions dans le document',
} as const;
