import type { Language, Licence, ReadingFault, ResourceKind } from '#shared/library/resource/resource.ts';
import { DESCRIPTION_MAX, NOTE_MAX, PRODUCER_MAX } from '#shared/library/resource/resource.ts';
import type { ResourceError } from '#shared/library/resource/resource-errors.ts';
import { UPLOAD_DAYS, UPLOADS_MAX } from '#shared/library/resource/upload.ts';
import { plural } from '../../kernel/plural.fr.ts';

const kinds: Record<ResourceKind, string> = {
  method: 'Méthode',
  tool: 'Outil',
  text: 'Texte',
  template: 'Modèle',
  dataset: 'Jeu de données',
  recording: 'Rediffusion',
  link: 'Lien',
};

const licences: Record<Licence, string> = {
  'etalab-2.0': 'Licence Ouverte 2.0',
  'odbl-1.0': 'ODbL 1.0',
  'cc-by-sa-4.0': 'CC BY-SA 4.0',
  other: 'Autre licence',
  unknown: 'Licence non définie',
};

const languages: Record<Language, string> = {
  fr: 'Français',
  en: 'Anglais',
  de: 'Allemand',
  es: 'Espagnol',
  it: 'Italien',
  other: 'Autre langue',
};

const number = new Intl.NumberFormat('fr', { maximumFractionDigits: 1 });

/** A limit as its operator gives it: « 20 Mo », « 2 Go ». */
const megabytes = (count: number) =>
  count < 1_024 ? `${number.format(count)}\u00a0Mo` : `${number.format(count / 1_024)}\u00a0Go`;

/** Words of resources: what groups share beside what they write. */
export const resource = {
  title: 'Ressources',
  lead: 'Méthodes, outils, textes et données que vos groupes partagent, et ceux de tout le programme.',
  groupLead: 'Ce que le groupe partage',
  kinds,
  licences,
  languages,
  emptyTitle: 'Rien n’est encore partagé ici',
  emptyText:
    'Une ressource est un fichier ou une adresse utile aux autres : une méthode, un modèle de cahier des charges, une rediffusion. Chacun la retrouve, avec sa licence et sa date.',
  noMatch: 'Aucune ressource ne correspond à ce choix.',
  noMatchText: 'Enlevez un critère, ou cherchez un autre mot.',
  count: (count: number) => plural(count, 'ressource', 'ressources'),
  list: 'Liste des ressources',
  share: 'Partager une ressource',
  trash: 'Corbeille',
  collections: 'Collections',
  forAll: 'Tous les groupes',
  toReview: 'À vérifier',
  lost: 'Lien indisponible',
  quarantine: 'En vérification',
  infected: 'Fichier refusé',
  sharedBy: (name: string, organisation: string | null) =>
    organisation ? `Partagée par ${name}, ${organisation}` : `Partagée par ${name}`,
  contentOf: (day: string) => `contenu du ${day}`,
  filter: {
    label: 'Filtrer les ressources',
    query: 'Chercher',
    queryHint: 'Dans le titre, la description et le producteur.',
    kind: 'Nature',
    theme: 'Thème',
    licence: 'Licence',
    group: 'Groupe',
    any: 'Toutes',
    anyTheme: 'Tous',
    submit: 'Filtrer',
    reset: 'Tout afficher',
  },
  form: {
    lead: 'Dites ce que c’est et d’où cela vient : c’est ce qui permet aux autres de s’en servir.',
    faults: 'La ressource n’a pas été enregistrée',
    what: 'Ce que vous partagez',
    file: 'Un fichier',
    link: 'Une adresse du web',
    address: 'Adresse',
    addressHint: 'Complète, par exemple https://www.data.gouv.fr/…',
    name: 'Titre',
    nameHint: 'Ce qu’on cherchera : « Méthode de mesure de la fraîcheur des rues ».',
    kind: 'Nature',
    choose: 'Choisissez…',
    description: 'Description',
    descriptionHint:
      'À qui cela sert, et ce qu’il faut savoir avant de s’en servir. D’une image, dites ce qu’elle montre. Facultatif.',
    producer: 'Producteur',
    producerHint: 'L’organisation ou la personne qui l’a fait.',
    licence: 'Licence',
    licenceHint: 'À quelles conditions on peut la réutiliser.',
    language: 'Langue',
    themes: 'Thèmes',
    contentOn: 'Date du contenu',
    contentOnHint: 'Le jour dont parle le contenu, s’il est connu. Facultatif.',
    reviewOn: 'À vérifier de nouveau le',
    reviewOnHint: 'Ce jour-là, la fiche dira qu’il faut regarder si le contenu tient encore. Facultatif.',
    submit: 'Partager avec le groupe',
    save: 'Enregistrer la fiche',
    shared: 'La ressource est partagée avec le groupe.',
    saved: 'La fiche est enregistrée.',
    edit: 'Modifier la fiche',
    cancel: 'Annuler',
  },
  upload: {
    field: 'Fichier',
    hint: (most: number, plain: number) =>
      `Au plus ${megabytes(most)}. L’envoi reprend là où il en était après une coupure. Sans JavaScript, au plus ${megabytes(plain)}.`,
    received: (name: string, size: string) => `Reçu : ${name}, ${size}`,
    other: 'Choisir un autre fichier',
    sending: (name: string, percent: number) => `Envoi de « ${name} » : ${percent} %`,
    waiting: (name: string, percent: number) =>
      `Connexion perdue à ${percent} % de « ${name} ». L’envoi reprendra de lui-même.`,
    resumed: (percent: number) => `Reprise à ${percent} %`,
    cancel: 'Annuler l’envoi',
    cancelled: 'Envoi annulé',
    retry: 'Réessayer',
    refused: (name: string, why: string) => `« ${name} » n’a pas été envoyé. ${why}`,
    wait: 'Envoi en cours…',
    begun: (name: string) =>
      `L’envoi de « ${name} » s’est arrêté en route : choisissez de nouveau ce fichier pour le reprendre.`,
    unreachable: 'Le serveur ne répond pas. Réessayez quand la connexion sera revenue.',
  },
  page: {
    facts: 'Fiche',
    kind: 'Nature',
    producer: 'Producteur',
    credit: 'Partagée par',
    group: 'Groupe',
    licence: 'Licence',
    language: 'Langue',
    themes: 'Thèmes',
    content: 'Date du contenu',
    review: 'À vérifier le',
    reviewNow: (day: string) =>
      `Ce contenu devait être vérifié de nouveau le ${day}. Regardez s’il tient encore, puis changez la date de sa fiche.`,
    open: 'Ouvrir le lien',
    opens: (host: string) => `Le lien mène à ${host}.`,
    linkNever: 'Sa disponibilité n’a pas encore été vérifiée.',
    linkFine: (day: string) => `Il répondait le ${day}.`,
    linkLost: (since: string, checked: string) =>
      `Lien indisponible depuis le ${since}, vérifié le ${checked}.`,
    download: (name: string, size: string) => `Télécharger ${name} (${size})`,
    checksum: 'Empreinte SHA-256',
    preview: 'Aperçu',
    openPreview: 'Afficher l’aperçu',
    previewOf: (name: string) => `Aperçu de ${name}`,
    textOf: 'Texte du fichier, sans sa mise en page',
    tableOf: (shown: number) => `Les ${shown} premières lignes du fichier`,
    tableAll: (rows: number) => `Contenu du fichier : ${plural(rows, 'ligne', 'lignes')}`,
    faults: {
      encrypted:
        'Ce fichier est protégé par un mot de passe : on ne le trouve pas par les mots qu’il contient.',
      damaged:
        'Ce fichier semble abîmé : son texte n’a pas pu être lu, et on ne le trouve pas par les mots qu’il contient.',
      tooHeavy:
        'Lire le texte de ce fichier demanderait trop de temps ou de mémoire : on ne le trouve pas par les mots qu’il contient.',
    } satisfies Record<ReadingFault, string>,
    reading: 'L’aperçu se prépare. Rechargez la page dans un instant.',
    waiting:
      'Ce fichier attend d’être examiné par l’antivirus. Il pourra être téléchargé dès que l’examen sera fait ; l’examen est retenté toutes les cinq minutes.',
    infected:
      'L’antivirus a trouvé un programme dangereux dans ce fichier. Il ne peut pas être téléchargé. Déposez une version saine, ou mettez la ressource à la corbeille.',
    versions: 'Versions',
    version: (number: number) => `Version ${number}`,
    latest: 'En cours',
    by: (name: string, when: string) => `${name}, ${when}`,
    restoreOf: (number: number) => `Revenir à la version ${number}`,
    restoredFrom: (number: number) => `Retour à la version ${number}`,
    add: 'Déposer une nouvelle version',
    addFaults: 'La version n’a pas été ajoutée',
    note: 'Ce qui change',
    noteHint: 'En quelques mots, pour qui connaît la version d’avant. Facultatif.',
    addSubmit: 'Ajouter la version',
    added: (number: number) => `La version ${number} est en place.`,
    restored: (former: number, number: number) =>
      `La version ${former} est de nouveau en cours, sous le numéro ${number}.`,
    shareWithAll: 'Partager avec tous les groupes',
    keepToGroup: 'Rendre à son seul groupe',
    forAllText: 'Partagée avec tous les groupes du programme.',
    nowForAll: 'La ressource est partagée avec tous les groupes.',
    nowOfGroup: 'La ressource est rendue à son seul groupe.',
    toTrash: 'Mettre à la corbeille',
    datasets: 'Décrite dans le registre des données',
    addTo: 'Ajouter à une collection',
    addToSubmit: 'Ajouter',
    addToNamed: (name: string) => `Ajouter à la collection « ${name} »`,
    inNone: 'Cette ressource n’est dans aucune collection.',
  },
  restored: (title: string) => `La ressource « ${title} » est sortie de la corbeille.`,
  deleted: 'La ressource est supprimée définitivement.',
  deleteWarning:
    'La fiche et toutes les versions du fichier disparaissent pour tout le monde, tout de suite. Rien ne pourra les rendre.',
  collection: {
    lead: 'Des ressources dans un ordre choisi par le groupe.',
    none: 'Aucune collection. Une collection range des ressources dans un ordre : par exemple, par où commencer.',
    new: 'Nouvelle collection',
    name: 'Nom de la collection',
    faults: 'La collection n’a pas été enregistrée',
    create: 'Créer la collection',
    created: (name: string) => `La collection « ${name} » est créée.`,
    rename: 'Renommer',
    renamed: (name: string) => `La collection s’appelle désormais « ${name} ».`,
    empty: 'Cette collection est vide.',
    emptyText: 'Ajoutez-y des ressources avec le champ «\u202fRessource à ajouter\u202f».',
    up: (title: string) => `Monter « ${title} »`,
    down: (title: string) => `Descendre « ${title} »`,
    takeOut: (title: string) => `Retirer « ${title} » de la collection`,
    takenOut: (title: string) => `« ${title} » n’est plus dans la collection.`,
    putBack: 'Remettre à la fin',
    add: 'Ressource à ajouter',
    addSubmit: 'Ajouter',
    added: (title: string) => `« ${title} » est dans la collection.`,
    nothingToAdd: 'Toutes les ressources que le groupe peut lire y sont déjà.',
    remove: 'Supprimer la collection',
    removed: (name: string) =>
      `La collection « ${name} » est supprimée. Ses ressources restent dans la bibliothèque.`,
    undo: 'Annuler la suppression',
    restored: (name: string) => `La collection « ${name} » est rétablie.`,
    moved: (title: string, place: number, count: number) =>
      `« ${title} » est à la place ${place} sur ${count}.`,
  },
  errors: {
    'resource.notFound': 'Cette ressource n’existe pas, ou vous n’y avez pas accès.',
    'resource.nothing': 'Choisissez un fichier, ou donnez une adresse.',
    'resource.kindInvalid': 'Choisissez la nature de la ressource.',
    'resource.licenceInvalid': 'Choisissez une licence de la liste.',
    'resource.languageInvalid': 'Choisissez une langue de la liste.',
    'resource.producerEmpty': 'Dites qui a fait cette ressource.',
    'resource.producerTooLong': `Ce nom est trop long : ${PRODUCER_MAX} caractères au plus.`,
    'resource.descriptionTooLong': `Cette description est trop longue : ${DESCRIPTION_MAX} caractères au plus.`,
    'resource.addressInvalid':
      'Cette adresse n’est pas complète : elle commence par https:// ou http:// et ne contient pas de mot de passe.',
    'resource.dateInvalid':
      'Cette date n’existe pas : choisissez un jour du calendrier, comme le 30 juin 2026.',
    'resource.reviewTooEarly': 'La date de vérification vient après celle du contenu.',
    'resource.noteTooLong': `Cette note est trop longue : ${NOTE_MAX} caractères au plus.`,
    'resource.isLink': 'Cette ressource est un lien : elle n’a pas de versions.',
    'resource.versionNotFound': 'Cette version n’existe pas.',
    'resource.inQuarantine': 'Ce fichier n’a pas passé l’examen de l’antivirus.',
    'upload.notFound': `Cet envoi n’existe plus : un fichier attend ${UPLOAD_DAYS} jours au plus. Envoyez-le de nouveau.`,
    'upload.empty': 'Ce fichier est vide : il ne contient aucun octet.',
    'upload.tooLarge': 'Ce fichier dépasse la taille permise.',
    'upload.tooMany': `Vous avez déjà ${UPLOADS_MAX} envois en cours : terminez-en ou annulez-en un.`,
    'upload.unfinished': 'Ce fichier n’est pas encore arrivé en entier.',
    'upload.elsewhere': 'Ce morceau ne commence pas là où le fichier en est.',
    'upload.altered':
      'Le fichier reçu n’est pas celui qui a été annoncé : son empreinte diffère. Envoyez-le de nouveau.',
    'upload.unavailable':
      'Les fichiers ne peuvent pas être enregistrés pour l’instant. Ce qui est arrivé reste : réessayez dans un moment.',
    'collection.notFound': 'Cette collection n’existe pas, ou vous n’y avez pas accès.',
    'collection.full': 'Cette collection est pleine.',
    'collection.already': 'Cette ressource est déjà dans la collection.',
  } satisfies Record<ResourceError, string>,
} as const;
