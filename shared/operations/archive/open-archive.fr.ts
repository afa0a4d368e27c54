import { OPEN_ARCHIVE_KEPT_DAYS, type OpenArchiveError } from '#shared/operations/archive/open-archive.ts';
import { plural } from '../../kernel/plural.fr.ts';

/** Words of open archives: pages, and what is written in them. */
export const openArchive = {
  title: 'Archive ouverte',
  what: 'Ce qu’elle contient',
  place: 'Tout l’espace en formats ouverts, à emporter.',
  fromSettings: 'Tout le groupe en formats ouverts, à emporter et à lire sans Cordée.',
  manage: 'Ouvrir l’archive du groupe',
  lead: {
    group: `Une archive ZIP avec tout ce que le groupe a fait : documents (HTML, Markdown, JSON) avec leurs images et leurs commentaires, tableaux (CSV, JSON), ressources et fichiers, séances, décisions, jeux de données, relectures et signatures. Une page, LISEZ-MOI.html, mène à tout, sans Cordée et sans réseau. Elle contient aussi les documents restreints, que les personnes qui animent le groupe lisent : gardez-la comme eux.`,
    space:
      'Une archive ZIP avec tous les groupes, les expérimentations, les besoins de données et le journal d’audit, en formats ouverts. Elle contient aussi les documents restreints : gardez-la comme eux. Ce n’est pas une sauvegarde : pour remettre la plateforme dans l’état d’un jour, il faut « npm run backup ».',
  },
  kept: `Elle est gardée ${OPEN_ARCHIVE_KEPT_DAYS} jours et n’est donnée qu’à vous, une fois connecté. Le journal d’audit garde votre demande.`,
  ask: 'Préparer l’archive ouverte',
  asked: 'L’archive se prépare. Vous pouvez quitter cette page et revenir.',
  cancel: 'Abandonner cette archive',
  cancelled: 'L’archive est abandonnée : rien n’en est gardé.',
  list: 'Archives demandées',
  none: 'Vous n’avez pas encore demandé d’archive ici.',
  waiting: 'En attente',
  look: 'Actualiser la page',
  running: (done: number, total: number) =>
    total === 0 ? 'En préparation' : `En préparation : ${done} sur ${plural(total, 'étape', 'étapes')}`,
  failed: 'L’archive n’a pas pu être faite. Demandez-la de nouveau.',
  download: (size: string) => `Télécharger l’archive (${size})`,
  askedOn: (day: string) => `Demandée le ${day}`,
  until: (day: string) => `Gardée jusqu’au ${day}`,
  fileName: (what: string, day: string) => `${what} - archive ouverte ${day}.zip`,
  space: 'Tout l’espace',
  errors: {
    running: 'Une archive se prépare déjà pour vous. Attendez qu’elle soit prête, ou abandonnez-la.',
    gone: 'Cette archive n’est plus en préparation.',
  } satisfies Record<OpenArchiveError, string>,
  /** Written in archives. */
  inside: {
    index: 'LISEZ-MOI.html',
    groups: 'groupes',
    programme: 'programme',
    documents: 'documents',
    boards: 'tableaux',
    files: 'fichiers',
    resources: 'ressources',
    tables: 'donnees',
    titleOfGroup: (name: string) => `Archive ouverte du groupe « ${name} »`,
    titleOfSpace: 'Archive ouverte de tout l’espace',
    madeOn: (moment: string, origin: string) => `Faite le ${moment}, depuis ${origin}.`,
    what: 'Tout s’ouvre sans Cordée et sans réseau : les documents dans un navigateur, les tables dans un tableur, les fichiers dans leur logiciel. Les fichiers JSON portent la même chose pour un programme, sans perte. « datapackage.json » décrit chaque fichier et chaque colonne (Frictionless Data Package), avec sa taille et son empreinte.',
    people:
      'Les personnes y ont le nom que voient les membres ; ni adresse, ni mot de passe, ni jeton. Cette archive contient des données personnelles et des textes réservés à leurs lecteurs : ne la publiez pas telle quelle.',
    licence:
      'La licence de chaque ressource et de chaque jeu de données est dans sa table ; les autres textes restent à celles et ceux qui les ont écrits.',
    documentsTitle: 'Documents',
    boardsTitle: 'Tableaux',
    filesTitle: 'Fichiers et images',
    resourcesTitle: 'Fichiers des ressources',
    tablesTitle: 'Tables',
    programmeTitle: 'Programme',
    commonTitle: 'Noms et repères',
    none: 'Rien.',
    rows: (count: number) => plural(count, 'ligne', 'lignes'),
    forPrograms: 'JSON',
    lostTitle: 'Ce qui manque',
    lost: (title: string) => `« ${title} » n’a pas pu être lu ou converti.`,
    refersTo: (label: string, table: string) => `${label} (identifiant, dans la table « ${table} »)`,
    pathOfText: 'Place du texte (JSON) dans l’archive ; vide quand il n’y est pas',
  },
} as const;
