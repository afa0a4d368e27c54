import type { Loss, Lost } from '#shared/documents/conversion/conversion.ts';
import type { ImportError } from '#shared/errors.ts';
import { plural } from '../../kernel/plural.fr.ts';

const list = new Intl.ListFormat('fr', { type: 'conjunction' });

/** « 3 commentaires repris » : a count, its noun, and what became of it, in the singular and in the plural. */
const counted = (one: string, other: string) => (count: number) => plural(count, one, other);

/** Words of files that become documents. */
export const importing = {
  imageName: (index: number) => `image ${index}`,
  untitled: 'Document importé',
  imported: (count: number) => `${plural(count, 'document importé', 'documents importés')}.`,
  errors: {
    'import.empty': 'Ce fichier est vide.',
    'import.nothing': 'Ce fichier ne contient aucun texte à reprendre.',
    'import.tooLarge':
      'Ce fichier dépasse la taille permise. Réduisez ses images ou découpez-le, puis réessayez.',
    'import.lost': 'L’envoi a été interrompu. Réessayez.',
    'import.missing': 'Choisissez au moins un fichier.',
    'import.unknownFormat':
      'Ce format n’est pas reconnu. Les fichiers Word (.docx), OpenDocument (.odt), Markdown (.md) et HTML sont acceptés.',
    'import.notOffice': 'Une version corrigée se reprend d’un fichier Word (.docx) ou OpenDocument (.odt).',
    'import.pdf':
      'Un PDF ne se reprend pas comme un document. Importez le fichier d’origine (Word, OpenDocument), ou joignez le PDF à un document.',
    'import.oldFormat':
      'C’est un fichier de l’ancien format Word (.doc). Ouvrez-le et enregistrez-le en .docx ou .odt, puis réessayez.',
    'import.encrypted': 'Ce fichier est protégé par un mot de passe. Retirez la protection, puis réessayez.',
    'import.macros':
      'Ce fichier contient des macros : il est refusé. Enregistrez-le sans macros (.docx ou .odt), puis réessayez.',
    'import.bomb': 'Une fois ouvert, ce fichier serait démesuré : il est refusé.',
    'import.unsafe': 'Ce fichier cherche à lire autre chose que lui-même : il est refusé.',
    'import.corrupt':
      'Ce fichier est abîmé : il n’a pas pu être lu. Ouvrez-le et enregistrez-le de nouveau, puis réessayez.',
  } satisfies Record<ImportError, string>,
  losses: {
    words: counted('mot non repris', 'mots non repris'),
    comments: counted('commentaire non repris', 'commentaires non repris'),
    changes: counted('modification suivie, acceptée', 'modifications suivies, acceptées'),
    threads: counted('fil de commentaires repris', 'fils de commentaires repris'),
    suggestions: counted(
      'modification suivie, devenue une suggestion',
      'modifications suivies, devenues des suggestions',
    ),
    unplaced: counted(
      'remarque ou modification qui n’a pas pu être placée',
      'remarques ou modifications qui n’ont pas pu être placées',
    ),
    restyled: counted('mise en forme suivie, acceptée', 'mises en forme suivies, acceptées'),
    undone: counted(
      'ajout suivi que la relecture a retiré, non repris',
      'ajouts suivis que la relecture a retirés, non repris',
    ),
    textBoxes: counted('zone de texte remise dans le fil', 'zones de texte remises dans le fil'),
    headers: counted('en-tête ou pied de page non repris', 'en-têtes et pieds de page non repris'),
    charts: counted('graphique ou schéma non repris', 'graphiques et schémas non repris'),
    objects: counted('objet d’un autre logiciel non repris', 'objets d’autres logiciels non repris'),
    imagesUnreadable: counted('image illisible', 'images illisibles'),
    imagesElsewhere: counted(
      'image d’un autre site, non téléchargée',
      'images d’autres sites, non téléchargées',
    ),
    imagesVector: counted('dessin d’un format non repris', 'dessins d’un format non repris'),
    underlines: counted(
      'passage souligné, repris sans soulignement',
      'passages soulignés, repris sans soulignement',
    ),
    headings: counted('titre de niveau trop profond, remonté', 'titres de niveau trop profond, remontés'),
    media: counted('son, vidéo ou cadre non repris', 'sons, vidéos ou cadres non repris'),
    forms: counted('champ de formulaire non repris', 'champs de formulaire non repris'),
    formulas: counted('formule reprise en texte', 'formules reprises en texte'),
    notes: counted('note réduite à son texte', 'notes réduites à leur texte'),
    tables: counted('tableau imbriqué, remis en paragraphes', 'tableaux imbriqués, remis en paragraphes'),
    contents: counted('table des matières non reprise', 'tables des matières non reprises'),
    links: counted('modèle ou fichier lié, non suivi', 'modèles ou fichiers liés, non suivis'),
  } satisfies Record<Loss, (count: number) => string>,
  /** « 4 mots non repris : « budget 120 000 euros » »; what a list cannot name is counted. */
  lost: ({ kind, count, words }: Lost): string => {
    const said = importing.losses[kind](count);
    if (!words) return said;
    const { passages, more } = words;
    const named = [
      ...passages.map((passage) => `« ${passage} »`),
      ...(more > 0 ? [plural(more, 'autre mot', 'autres mots')] : []),
    ];
    return `${said}${kind === 'changes' ? ' ; mots supprimés' : ''} : ${list.format(named)}`;
  },
} as const;
