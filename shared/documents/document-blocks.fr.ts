import type {
  CalloutKind,
  HighlightKind,
  Language,
  State,
} from '#shared/documents/attribute/document-attributes.ts';
import type { OutcomeKind } from '#shared/documents/attribute/outcome-kind.ts';
import { file } from '../kernel/file/file.fr.ts';

/** Words of what a document may hold, as they stand in the text itself. */
export const documentBlocks = {
  callouts: {
    info: 'Information',
    warning: 'Attention',
    practice: 'Bonne pratique',
    example: 'Exemple',
    definition: 'Définition',
    key: 'À retenir',
  } satisfies Record<CalloutKind, string>,
  highlights: {
    important: 'Important',
    check: 'À vérifier',
    new: 'Nouveau',
  } satisfies Record<HighlightKind, string>,
  states: {
    todo: 'À faire',
    doing: 'En cours',
    review: 'En relecture',
    done: 'Terminé',
    blocked: 'Bloqué',
    dropped: 'Abandonné',
  } satisfies Record<State, string>,
  languages: {
    bash: 'Ligne de commande',
    css: 'CSS',
    html: 'HTML',
    javascript: 'JavaScript',
    json: 'JSON',
    markdown: 'Markdown',
    python: 'Python',
    r: 'R',
    sql: 'SQL',
    typescript: 'TypeScript',
    xml: 'XML',
    yaml: 'YAML',
  } satisfies Record<Language, string>,
  files: file.kinds,
  /** « (ODS, 12 Ko) » : the format and the size stand in the link itself. */
  fileFacts: (format: string, bytes: number | null) =>
    bytes === null ? `(${format})` : `(${format}, ${file.size(bytes)})`,
  fileMissing: 'Fichier non disponible',
  details: 'Détails',
  detailsToggle: 'Afficher ou masquer la suite',
  outcomes: { decision: 'Décision', action: 'Action' } satisfies Record<OutcomeKind, string>,
  excerptUnsigned: 'Extrait sans provenance',
  notes: 'Notes',
  note: (number: number) => `Note ${number}`,
  backToText: (number: number) => `Revenir au texte, appel de note ${number}`,
  formula: 'Formule',
  formulaMissing: 'formule vide',
  video: 'Vidéo',
  videoUnknown: 'Adresse de vidéo non reconnue.',
  videoNotice: (host: string) =>
    `Cette vidéo est hébergée par ${host}, qui recevra votre adresse et pourra déposer des cookies. Rien ne lui est demandé tant que vous ne l’affichez pas.`,
  videoShow: 'Afficher la vidéo ici',
  videoOn: (host: string) => `Vidéo sur ${host}`,
  videoOpen: (host: string) => `La voir sur ${host}`,
  mention: (name: string) => `@${name}`,
  mentionUnknown: '@personne inconnue',
  hidden: 'Contenu non accessible',
  dateMissing: 'date à préciser',
  tableNamed: (caption: string) => `Tableau : ${caption}`,
  reading: (minutes: number) => `${minutes} min de lecture`,
} as const;
