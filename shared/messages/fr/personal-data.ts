import { OWN_DATA_KEPT_DAYS, type PersonalDataError } from '#shared/personal-data/personal-data.ts';
import { plural } from './plural.ts';

/** What the tables of an export are called for people; a table without a name here keeps its own. */
const tables: Readonly<Record<string, string>> = {
  access_request: 'Demandes d’accès à un document',
  assessment: 'Instruction : mes brouillons et mes notes privées',
  assessment_giving: 'Instruction : mes notes données',
  assessment_recusal: 'Mes déports',
  calendar_feed: 'Mes calendriers',
  comment: 'Mes commentaires',
  comment_mention: 'Commentaires qui me nomment',
  comment_thread: 'Fils de discussion que j’ai ouverts',
  comment_thread_read: 'Fils de discussion lus',
  digest: 'Lettres hebdomadaires reçues',
  document_visit: 'Documents lus',
  experiment_team: 'Équipes d’expérimentation',
  expert_opinion: 'Mes avis',
  group_member: 'Mes groupes',
  group_visit: 'Visites de mes groupes',
  join_request: 'Demandes d’entrée dans un groupe',
  meeting_answer: 'Mes réponses aux séances',
  meeting_attendance: 'Mes présences en séance',
  meeting_hand: 'Prises de parole demandées',
  meeting_invitation: 'Séances où j’ai été convié',
  mission_consultant: 'Mes missions',
  mission_day: 'Mes jours de mission',
  notification: 'Mes notifications',
  notification_setting: 'Mes choix de notification',
  own_data_export: 'Mes exports',
  reminder: 'Relances reçues',
  review_answer: 'Réponses que j’ai données au nom de mon organisation',
  session: 'Appareils connectés',
  standardisation_person: 'Mes chantiers de standardisation',
  suggestion: 'Mes suggestions',
  told_assignment: 'Cartes qui m’ont été confiées',
  user: 'Mon compte',
  watch: 'Ce que je suis',
};

/** Words of personal data: what is known of somebody, and what they may do about it. */
export const personalData = {
  title: 'Mes données',
  lead: 'Tout ce que la plateforme sait de vous, à emporter.',
  export: {
    title: 'Emporter mes données',
    what: `Une archive ZIP : votre profil, vos commentaires, vos notes, vos choix, les fichiers que vous avez envoyés, les documents et les tableaux où vous avez écrit et que vous pouvez encore lire. Chaque partie est là deux fois : pour être lue (HTML, CSV) et pour être reprise par un programme (JSON). Elle est gardée ${OWN_DATA_KEPT_DAYS} jours et n’est donnée qu’à vous, une fois connecté.`,
    ask: 'Préparer l’archive',
    asked: 'L’archive se prépare. Vous pouvez quitter cette page et revenir.',
    list: 'Archives demandées',
    none: 'Vous n’avez pas encore demandé d’archive.',
    waiting: 'En attente',
    running: (done: number, total: number) =>
      total === 0 ? 'En préparation' : `En préparation : ${done} sur ${plural(total, 'étape', 'étapes')}`,
    failed: 'L’archive n’a pas pu être faite. Demandez-la de nouveau.',
    download: (size: string) => `Télécharger l’archive (${size})`,
    askedOn: (day: string) => `Demandée le ${day}`,
    until: (day: string) => `Gardée jusqu’au ${day}`,
    fileName: (day: string) => `Mes données Cordée ${day}.zip`,
  },
  archive: {
    index: 'LISEZ-MOI.html',
    data: 'donnees.json',
    tablesFolder: 'tableaux',
    documentsFolder: 'documents',
    boardsFolder: 'tableaux-de-cartes',
    filesFolder: 'fichiers',
    traces: 'traces',
    title: (name: string) => `Données de ${name}`,
    madeOn: (moment: string) => `Archive faite le ${moment}.`,
    what: 'Cette archive contient ce que Cordée sait de vous. Les données des autres personnes n’y sont pas : elles n’y apparaissent que par un identifiant.',
    machine: 'Tout, pour un programme (JSON)',
    texts: 'Documents où vous avez écrit',
    boards: 'Tableaux où vous avez écrit',
    files: 'Fichiers que vous avez envoyés',
    noFiles: 'Aucun fichier.',
    noTexts: 'Aucun document.',
    noBoards: 'Aucun tableau.',
    tracesTitle: 'Ce que vous avez fait',
    tracesWhat:
      'Chaque ligne dit quel objet porte votre nom, à quel titre et quand. Le contenu, qui est aussi celui des autres, reste sur la plateforme.',
    traceColumns: ['Table', 'Colonne', 'Ligne'],
    rows: (count: number) => plural(count, 'ligne', 'lignes'),
    missing: (count: number) =>
      count === 1
        ? 'Un document où vous avez écrit n’est pas là : vous ne pouvez plus le lire, ou il n’a pas pu être converti.'
        : `${count} documents où vous avez écrit ne sont pas là : vous ne pouvez plus les lire, ou ils n’ont pas pu être convertis.`,
  },
  tables,
  errors: {
    'personalData.exportRunning': 'Une archive se prépare déjà. Attendez qu’elle soit prête.',
    'personalData.exportNotFound': 'Cette archive n’est plus là. Demandez-en une autre.',
  } satisfies Record<PersonalDataError, string>,
} as const;
