import type { ExportFormat } from '#shared/documents/conversion/conversion.ts';
import { plural } from '../../kernel/plural.fr.ts';

/** Words of the dialogs that export and import. */
export const conversionPage = {
  exportGroup: 'Tout exporter',
  exportGroupTitle: 'Exporter tous les documents',
  exportGroupLead: 'Une archive .zip : chaque document dans le format choisi, et les fichiers joints.',
  format: 'Format',
  formats: {
    pdf: {
      name: 'PDF',
      hint: 'Pour lire, imprimer, diffuser. Accessible (PDF/UA), texte et images balisés.',
    },
    docx: { name: 'Word (DOCX)', hint: 'Pour continuer dans Word ou LibreOffice.' },
    odt: {
      name: 'OpenDocument (ODT)',
      hint: 'Le format libre de LibreOffice, celui des marchés et des conseils.',
    },
    md: { name: 'Markdown', hint: 'Du texte simple, images comprises dans le fichier.' },
    html: { name: 'Page web (HTML)', hint: 'Une page accessible, complète, sans rien d’autre à joindre.' },
    json: { name: 'Données (JSON)', hint: 'Le document tel qu’il est conservé ici, sans aucune perte.' },
  } satisfies Record<ExportFormat, { name: string; hint: string }>,
  submit: 'Exporter',
  cancel: 'Annuler',
  stop: 'Arrêter',
  close: 'Fermer',
  retry: 'Réessayer',
  again: 'Télécharger de nouveau',
  preparing: 'Préparation…',
  queued: (before: number) =>
    before === 1 ? 'Une conversion passe avant la vôtre.' : `${before} conversions passent avant la vôtre.`,
  running: 'Conversion en cours…',
  runningOf: (done: number, of: number, title: string) => `Document ${done + 1} sur ${of} : « ${title} »`,
  ready: (name: string) => `« ${name} » est prêt : votre navigateur l’a enregistré.`,
  stopped: 'L’export a été arrêté. Rien n’a été enregistré.',
  unreachable:
    'Le serveur ne répond plus. Rien n’a été enregistré ; réessayez quand la connexion sera revenue.',
  withComments: 'Avec les commentaires et les suggestions',
  importItem: 'Importer…',
  importTitle: 'Importer des documents',
  importLead: (megabytes: number) =>
    `Word (.docx), OpenDocument (.odt), Markdown (.md) ou HTML, ${megabytes} Mo au plus par fichier. Chaque fichier devient un document du groupe, images comprises.`,
  importNoScript: 'Importer des fichiers',
  files: 'Fichiers',
  filesHint: 'Vous pouvez en choisir plusieurs, ou les déposer sur la liste des documents.',
  paste: 'Ou coller du Markdown',
  pasted: 'Texte collé.md',
  importSubmit: 'Importer',
  dropHere: 'Déposez vos fichiers pour les importer',
  nothingChosen: 'Choisissez au moins un fichier, ou collez un texte.',
  tooLarge: (megabytes: number) => `Ce fichier dépasse ${megabytes} Mo.`,
  waiting: 'En attente',
  sending: 'Envoi et lecture…',
  imported: 'Importé',
  notImported: 'Refusé',
  stoppedOne: 'Arrêté. Rien n’a été créé.',
  open: (title: string) => `Ouvrir « ${title} »`,
  allKept: 'Tout a été repris.',
  someLost: 'Ce qui n’a pas été repris tel quel :',
  importedCount: (done: number, refused: number) =>
    `${plural(done, 'fichier importé', 'fichiers importés')}${refused > 0 ? `, ${plural(refused, 'refusé', 'refusés')}` : ''}.`,
  results: 'Ce que sont devenus les fichiers',
  reportTitle: 'Rapport d’import',
  reportLead: (fileName: string, by: string, at: string) =>
    `Ce document vient du fichier « ${fileName} », importé par ${by} le ${at}.`,
  reportNone: 'Ce document a été écrit ici : il n’a pas été importé.',
  backToDocument: 'Revenir au document',
  documents: (count: number) => plural(count, 'document', 'documents'),
} as const;
