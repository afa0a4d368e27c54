import type {
  AccessReason,
  AccessStatus,
  DatasetFields,
  DatasetVisibility,
  Frequency,
  Licence,
  ProducerKind,
} from '#shared/library/dataset/dataset.ts';
import { plural } from '../../kernel/plural.fr.ts';

const bytes = new Intl.NumberFormat('fr', { maximumFractionDigits: 1 });

/** Words of the register of data sets. */
export const dataset = {
  title: 'Données',
  lead: 'Les jeux de données dont les groupes ont besoin, qu’ils soient ouverts ou non : qui les produit, comment y accéder, dans quel état ils sont.',
  new: 'Décrire un jeu de données',
  checkFile: 'Contrôler un fichier',
  count: (count: number) => plural(count, 'jeu de données', 'jeux de données'),
  emptyTitle: 'Aucun jeu de données n’est encore décrit',
  emptyText:
    'Décrivez ici les données utiles à vos cas d’usage, même celles auxquelles vous n’avez pas encore accès : c’est ainsi que l’on voit ce qui manque.',
  noMatchTitle: 'Aucun jeu ne correspond',
  noMatchText: 'Élargissez la recherche ou enlevez un filtre.',
  caption: 'Jeux de données du registre',
  columns: {
    title: 'Jeu de données',
    producer: 'Producteur',
    access: 'Accès',
    freshness: 'Mise à jour',
    licence: 'Licence',
  },
  filter: {
    label: 'Filtrer les jeux de données',
    query: 'Titre, producteur ou territoire',
    access: 'Accès',
    producer: 'Producteur',
    group: 'Groupe',
    all: 'Tous',
    submit: 'Filtrer',
    reset: 'Tout afficher',
  },
  producerKinds: {
    public_local: 'Acteur public local',
    public_national: 'Acteur public national',
    parapublic: 'Acteur parapublic',
    entreprise: 'Entreprise',
    citoyens_associations: 'Citoyens et associations',
  } satisfies Record<ProducerKind, string>,
  accessStatuses: {
    open: 'Déjà disponible en open data',
    candidate: 'Candidate à une publication en open data',
    closed_unjustified: 'Non accessible sans raison valable',
    closed_justified: 'Non accessible pour raison de propriété, de sécurité ou de données personnelles',
    other: 'Autre cas (payante, limitée…)',
  } satisfies Record<AccessStatus, string>,
  accessShort: {
    open: 'Ouverte',
    candidate: 'Bientôt ouverte',
    closed_unjustified: 'Fermée sans raison',
    closed_justified: 'Fermée, avec raison',
    other: 'Autre cas',
  } satisfies Record<AccessStatus, string>,
  accessReasons: {
    propriete: 'Propriété',
    securite: 'Sécurité',
    donnees_personnelles: 'Données à caractère personnel',
    payante: 'Payante',
    acces_limite: 'Accès limité',
    convention: 'Par convention',
    autre: 'Autre',
  } satisfies Record<AccessReason, string>,
  licences: {
    'etalab-2.0': 'Licence Ouverte 2.0',
    'ODbL-1.0': 'ODbL 1.0',
    other: 'Autre licence',
    none: 'Non définie',
  } satisfies Record<Licence, string>,
  frequencies: {
    realtime: 'Temps réel',
    daily: 'Chaque jour',
    weekly: 'Chaque semaine',
    monthly: 'Chaque mois',
    quarterly: 'Chaque trimestre',
    annual: 'Chaque année',
    punctual: 'Une seule fois',
    irregular: 'Irrégulière',
    unknown: 'Inconnue',
  } satisfies Record<Frequency, string>,
  visibilities: {
    group: 'Les membres du groupe',
    programme: 'Tous les membres du programme',
  } satisfies Record<DatasetVisibility, string>,
  fields: {
    title: 'Nom du jeu de données',
    description: 'Description',
    producerName: 'Producteur',
    producerKind: 'Type de producteur',
    accessStatus: 'Accès',
    accessReason: 'Raison ou précision',
    accessNote: 'À savoir sur l’accès',
    licence: 'Licence',
    frequency: 'Fréquence de mise à jour',
    schemaName: 'Schéma suivi',
    schemaUrl: 'Adresse du schéma',
    schemaVersion: 'Version du schéma',
    territory: 'Territoire couvert',
    yearFrom: 'De l’année',
    yearTo: 'À l’année',
    contact: 'Contact',
    visibility: 'Qui voit cette fiche',
  } satisfies Record<keyof DatasetFields, string>,
  hints: {
    description: 'Ce que contient le jeu, à quoi il sert, ses limites connues.',
    producerName: 'L’organisation ou la personne qui produit ces données.',
    accessReason: 'Demandée quand l’accès est fermé pour une raison, ou pour un autre cas.',
    accessNote: 'Date d’ouverture prévue et responsable, prix, convention à signer…',
    schemaName: 'Par exemple : SCDL équipements.',
    schemaUrl: 'Celle du fichier schema.json (Table Schema).',
    territory: 'Une commune, une agglomération, un département…',
    contact: 'Visible seulement par les membres du groupe.',
  },
  sections: {
    what: 'Ce que c’est',
    access: 'Y accéder',
    form: 'Sous quelle forme',
    coverage: 'Ce qui est couvert',
    who: 'Qui s’en occupe',
  },
  group: 'Groupe',
  organisation: 'Organisation qui tient cette fiche',
  noOrganisation: 'Aucune organisation',
  choose: 'Choisissez',
  noReason: 'Sans objet',
  create: 'Créer la fiche',
  save: 'Enregistrer',
  edit: 'Modifier la fiche',
  editTitle: (title: string) => `Modifier « ${title} »`,
  cancel: 'Annuler',
  refused: 'La fiche n’est pas enregistrée',
  unknown: 'Non précisé',
  years: (from: number | null, to: number | null) =>
    from && to
      ? from === to
        ? String(from)
        : `${from} à ${to}`
      : from
        ? `depuis ${from}`
        : to
          ? `jusqu’à ${to}`
          : '',
  schemaWithVersion: (name: string, version: string) => (version ? `${name}, version ${version}` : name),
  seenBy: (who: string) => `Cette fiche est vue par ${who}.`,
  updated: 'Fiche mise à jour',
  licenceDoubt:
    'Un producteur public qui ouvre ses données choisit la Licence Ouverte ou l’ODbL (décret 2017-638) ; une autre licence doit être homologuée.',
  readOnly:
    'Seules les personnes de l’organisation qui tient cette fiche, et l’animation du groupe, la modifient.',
  programmeReader:
    'Cette fiche est ouverte à tout le programme. Les fichiers, les contrôles et le contact restent au groupe.',
  trash: 'Mettre à la corbeille',
  trashed: (title: string) => `« ${title} » est à la corbeille.`,
  restore: 'Restaurer',
  trashTitle: 'Corbeille',
  deleteWarning:
    'La fiche, ses fichiers et ses rapports de contrôle disparaissent pour tout le monde, tout de suite. Rien ne pourra les rendre.',
  distributions: 'Fichiers et adresses',
  noDistributions: 'Aucun fichier ni adresse : ajoutez l’endroit où ces données se trouvent, ou un extrait.',
  addUrl: 'Ajouter une adresse',
  addFile: 'Ajouter un fichier',
  add: 'Ajouter',
  distributionName: 'Nom',
  distributionUrl: 'Adresse',
  distributionFormat: 'Format',
  distributionFormatHint: 'CSV, XLSX, GeoJSON…',
  distributionEncoding: 'Encodage',
  distributionFile: 'Fichier',
  remove: 'Retirer',
  removeOne: (name: string) => `Retirer « ${name} »`,
  size: (size: number) =>
    size < 1024
      ? `${size} octets`
      : size < 1024 * 1024
        ? `${bytes.format(size / 1024)} Kio`
        : `${bytes.format(size / 1024 / 1024)} Mio`,
  dataGouv: 'Sur data.gouv.fr',
  dataGouvField: 'Adresse ou identifiant de la fiche sur data.gouv.fr',
  dataGouvLink: 'Relier',
  dataGouvRefresh: 'Relire la fiche',
  dataGouvForget: 'Ne plus relier',
  dataGouvFacts: {
    organisation: 'Publiée par',
    licence: 'Licence',
    frequency: 'Fréquence',
    lastModified: 'Dernière modification',
    resources: 'Fichiers',
  },
  dataGouvReadAt: 'Lue le',
  resources: 'Ressources liées',
  noResources:
    'Aucune ressource de la bibliothèque n’est liée : liez celle qui contient ces données, si le groupe l’a déjà partagée.',
  linkResource: 'Lier une ressource',
  resourceToLink: 'Ressource de nature « Jeu de données »',
  linkSubmit: 'Lier',
  checks: 'Contrôles',
  noChecks: 'Aucun contrôle : déposez un fichier pour savoir s’il suit son schéma.',
  errors: {
    'dataset.titleInvalid': 'Donnez un nom au jeu de données, de 200 caractères au plus.',
    'dataset.descriptionTooLong': 'Cette description est trop longue : 10 000 caractères au plus.',
    'dataset.textTooLong': 'Ce texte est trop long.',
    'dataset.producerMissing': 'Dites qui produit ces données.',
    'dataset.choiceInvalid': 'Choisissez une réponse.',
    'dataset.reasonMissing': 'Précisez la raison : sans elle, cet accès ne se comprend pas.',
    'dataset.urlInvalid': 'Cette adresse n’est pas valable : elle commence par https:// ou http://.',
    'dataset.yearInvalid': 'Écrivez une année, comme 2023.',
    'dataset.yearsReversed': 'La dernière année précède la première.',
    'dataset.organisationNotYours':
      'Vous décrivez les données de votre organisation ; l’animation du groupe peut en choisir une autre.',
    'dataset.distributionsFull':
      'Cette fiche a déjà 50 fichiers et adresses : retirez-en avant d’en ajouter.',
    'dataset.recordInvalid':
      'Ce n’est ni l’adresse ni l’identifiant d’une fiche de data.gouv.fr. Exemple : https://www.data.gouv.fr/fr/datasets/arbres-urbains.',
    'dataset.recordOff': 'Cette installation n’interroge pas data.gouv.fr.',
    'dataset.recordUnreadable': 'La réponse de data.gouv.fr n’est pas une fiche de jeu de données.',
  },
} as const;
