const kilobytes = new Intl.NumberFormat('fr', { maximumFractionDigits: 0 });

const fileErrors: Readonly<Record<string, string>> = {
  'file.missing': 'Choisissez un fichier.',
  'file.empty': 'Ce fichier est vide : choisissez-en un autre.',
  'file.tooLarge': 'Ce fichier dépasse 10 Mo : réduisez-le, puis envoyez-le de nouveau.',
  'file.lost': 'L’envoi a été coupé : envoyez de nouveau le fichier.',
  'file.unavailable':
    'Les fichiers ne peuvent pas être enregistrés pour l’instant : réessayez dans un moment.',
  'application.fileRefused':
    'Ce fichier n’est pas accepté ici : son format n’est pas de ceux demandés, ou l’antivirus l’a refusé.',
  'application.notDraft': 'La candidature ne s’écrit plus : le fichier n’est pas gardé.',
  forbidden: 'La candidature ne s’écrit plus : le fichier n’est pas gardé.',
  unreachable: 'Le serveur n’a pas répondu : le fichier n’est pas parti. Réessayez dans un instant.',
};

/** Words of the form of an application, field by field. */
export const applicationForm = {
  choose: 'Choisir…',
  yes: 'Oui',
  no: 'Non',
  commit: 'Je m’y engage',
  period: { from: 'Premier jour', to: 'Dernier jour' },
  line: (rank: number) => `Ligne ${rank}`,
  lineOf: (rank: number, label: string) => ` la ligne ${rank} de « ${label} »`,
  addLine: 'Ajouter une ligne',
  toBlock: (label: string) => ` à « ${label} »`,
  removeLine: 'Retirer',
  restoreLine: 'Rétablir la ligne retirée',
  lengthHint: ({ kind, min, max }: { kind: string; min?: number | undefined; max?: number | undefined }) => {
    if (kind !== 'text' && kind !== 'longText') return '';
    if (min !== undefined && max !== undefined) return `De ${min} à ${max} caractères.`;
    if (max !== undefined) return `${max} caractères au plus.`;
    return min === undefined ? '' : `${min} caractères au moins.`;
  },
  fileHint: (formats: readonly string[]) =>
    `${formats.length > 0 ? `Formats acceptés : ${formats.join(', ')}. ` : ''}10 Mo au plus.`,
  size: (bytes: number) => `${kilobytes.format(Math.max(1, Math.round(bytes / 1_024)))} ko`,
  sendFile: 'Envoyer le fichier',
  sending: (percent: number) => `Envoi du fichier : ${percent} %`,
  removeFile: 'Retirer',
  removeFileOf: (name: string) => ` le fichier ${name}`,
  fileLost: 'Le fichier n’est pas parti. Réessayez dans un instant.',
  fileErrors,
} as const;
