import { parisWall } from '#shared/kernel/day/paris-time.ts';
import type { CallState } from '#shared/programme/call/call.ts';
import type { CallError, SeasonError } from '#shared/programme/call/call-errors.ts';
import type { CallEventKind } from '#shared/programme/call/call-event.ts';
import { dates } from '../../kernel/dates.fr.ts';
import { plural } from '../../kernel/plural.fr.ts';

/** « 30 minutes », « 1 heure », « 1 h 30 ». */
function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return plural(rest, 'minute', 'minutes');
  return rest === 0 ? plural(hours, 'heure', 'heures') : `${hours} h ${String(rest).padStart(2, '0')}`;
}

/** Words of calls: their public page and their administration. */
export const call = {
  title: 'Appels à manifestation d’intérêt',
  kind: 'Appel à manifestation d’intérêt',
  states: {
    preparing: 'En préparation',
    announced: 'Annoncé',
    open: 'Ouvert',
    tolerance: 'Délai de tolérance',
    closed: 'Clos',
  } satisfies Record<CallState, string>,
  season: (number: number) => `Saison ${number}`,
  deadline: {
    preparing: () =>
      'Cet appel n’est pas encore publié : vous seul, avec les autres personnes de la coordination, voyez cette page.',
    announced: (opensAt: Date) => `Les candidatures ouvrent le ${dates.exact(opensAt)}.`,
    open: (closesAt: Date) => `Les candidatures sont ouvertes jusqu’au ${dates.exact(closesAt)}.`,
    tolerance: (end: Date) =>
      `L’heure limite est passée. Une candidature commencée est encore reçue jusqu’au ${dates.exact(end)}, et marquée hors délai.`,
    closed: (closesAt: Date) => `Cet appel est clos depuis le ${dates.exact(closesAt)}.`,
  },
  paris: 'Heure de Paris.',
  span: (opens: string, closes: string) => `Du ${opens} au ${closes}`,
  opens: 'Ouverture',
  closes: 'Clôture',
  tolerance: 'Tolérance',
  toleranceOf: (minutes: number) =>
    minutes === 0
      ? 'Aucune : rien n’est reçu après l’heure limite.'
      : `${duration(minutes)} après l’heure limite, avec la mention « hors délai ».`,
  apply: 'Candidater',
  applyLater: 'Vous pourrez déposer une candidature dès l’ouverture.',
  applyHint:
    'Trois réponses et votre brouillon est ouvert, sans compte ni mot de passe. Il s’écrit à plusieurs.',
  presentation: 'Présentation',
  calendar: 'Calendrier',
  extended: (count: number) =>
    count === 1 ? 'La clôture a été reportée' : `La clôture a été reportée ${count} fois`,
  extension: (from: Date, to: Date) => `Du ${dates.exact(from)} au ${dates.exact(to)}`,
  asked: 'Ce qui est demandé',
  askedLead: (fields: number, required: number) =>
    `${plural(fields, 'question', 'questions')}, dont ${plural(required, 'obligatoire', 'obligatoires')}.`,
  askedLater: (selected: number) =>
    `Après l’annonce, aux seuls lauréats : ${plural(selected, 'question', 'questions')}`,
  required: 'obligatoire',
  criteria: 'Critères',
  criteriaLead: 'Chaque candidature est lue par au moins deux personnes, critère par critère.',
  weight: (weight: number) => `${weight} %`,
  foot: 'Le programme Action Cœur de Ville Data réunit des villes moyennes qui expérimentent avec leurs données.',
  administration: {
    title: 'Appels',
    lead: 'Préparer un appel et son formulaire, l’ouvrir, reporter sa clôture.',
    listTitle: 'Appels à manifestation d’intérêt',
    listLead: 'Un appel se prépare, se publie, puis s’ouvre et se clôt de lui-même à ses heures.',
    none: 'Aucun appel pour l’instant. Le premier s’ouvre avec le formulaire et les critères du programme, que vous changerez à votre gré.',
    create: 'Créer un appel',
    newTitle: 'Nouvel appel',
    columns: { call: 'Appel', state: 'État', dates: 'Dates', applications: 'Candidatures' },
    table: 'Appels, du plus récent au plus ancien',
    applications: (begun: number, submitted: number) =>
      begun === 0
        ? 'Aucune'
        : `${plural(begun, 'commencée', 'commencées')}, dont ${plural(submitted, 'déposée', 'déposées')}`,
    seePublic: 'Voir la page publique',
    form: 'Formulaire',
    formLead: (version: number, fields: number, selected: number) =>
      `Version ${version}, ${plural(fields, 'question', 'questions')}${selected > 0 ? `, puis ${selected} aux lauréats` : ''}.`,
    editForm: 'Modifier le formulaire',
    count: (said: string) => `Candidatures : ${said.toLowerCase()}`,
    settings: 'Réglages',
    season: 'Saison',
    callTitle: 'Titre',
    presentation: 'Présentation',
    presentationHint: 'Ce qui est proposé, et à qui. Une ligne vide commence un paragraphe.',
    opensDay: 'Jour d’ouverture',
    opensTime: 'Heure d’ouverture',
    closesDay: 'Jour de clôture',
    closesTime: 'Heure de clôture',
    timeHint: 'Heure de Paris.',
    toleranceField: 'Tolérance, en minutes',
    toleranceHint:
      'Temps pendant lequel un dépôt est encore reçu après la clôture, et marqué hors délai. 0 pour aucune.',
    save: 'Enregistrer',
    cancel: 'Annuler',
    refused: 'L’appel n’est pas enregistré',
    publish: 'Publier l’appel',
    publishLead: (opensAt: Date) =>
      `Publié, l’appel a une page publique. Les candidatures s’ouvriront d’elles-mêmes le ${dates.exact(opensAt)}.`,
    publishNowLead:
      'Publié, l’appel a une page publique et s’ouvre tout de suite, puisque son heure d’ouverture est passée.',
    unpublish: 'Retirer la publication',
    unpublishLead: 'Possible tant que personne n’a commencé de candidature.',
    extend: 'Reporter la clôture',
    extendLead: (concerned: string) =>
      `${concerned} La page publique montrera la nouvelle date, l’ancienne et le motif.`,
    extendConcerned:
      'Les personnes qui ont une candidature en cours, la coordination et les relecteurs sont prévenus par courriel.',
    extendReopens: 'L’appel est clos : le reporter le rouvre jusqu’à la nouvelle date.',
    extendRefused: 'La clôture n’est pas reportée',
    reason: 'Motif',
    reasonHint: 'Il est montré à tout le monde.',
    extensions: 'Reports de clôture',
    criteria: 'Critères et poids',
    criteriaLead:
      'Les poids sont des nombres entiers dont la somme est 100. Une ligne vide à la fin ajoute un critère.',
    criteriaFixed: 'Une candidature a été déposée : les critères ne changent plus.',
    criteriaRefused: 'Les critères ne sont pas enregistrés',
    criterion: (rank: number) => `Critère ${rank}`,
    criterionTitle: 'Intitulé',
    criterionDescription: 'Ce qui est regardé',
    criterionWeight: 'Poids (%)',
    derogations: 'Dérogations',
    derogationsLead:
      'Une dérogation lève la règle des conventions pour une organisation : elle peut déposer sans être du programme.',
    noDerogation: 'Aucune dérogation.',
    organisation: 'Organisation',
    choose: 'Choisissez',
    grant: 'Accorder la dérogation',
    revoke: 'Retirer la dérogation',
    derogationRefused: 'La dérogation n’est pas enregistrée',
    revokeReason: 'Retirée par la coordination.',
    granted: (name: string, by: string | null, day: Date) =>
      `${name} : accordée le ${dates.short(day)}${by ? ` par ${by}` : ''}`,
    revoked: (name: string, by: string | null, day: Date) =>
      `${name} : retirée le ${dates.short(day)}${by ? ` par ${by}` : ''}`,
    history: 'Historique',
    events: {
      created: 'Appel créé',
      changed: 'Titre ou présentation modifiés',
      dates: 'Dates modifiées',
      tolerance: 'Tolérance modifiée',
      criteria: 'Critères modifiés',
      published: 'Appel publié',
      unpublished: 'Publication retirée',
      extended: 'Clôture reportée',
      formSaved: 'Nouvelle version du formulaire',
      reminded: 'Rappel de la clôture envoyé aux brouillons',
    } satisfies Record<CallEventKind, string>,
    eventDetail: (kind: CallEventKind, before: string, after: string) => {
      if (kind === 'tolerance') return `de ${duration(Number(before))} à ${duration(Number(after))}`;
      if (kind === 'extended') return `du ${wall(before)} au ${wall(after)}`;
      if (kind === 'formSaved') return `version ${after}`;
      if (kind === 'criteria') return after;
      if (kind === 'reminded') return `clôture du ${wall(after)}`;
      return kind === 'dates' ? `du ${after.split(' ').map(wall).join(' au ')}` : '';
    },
    by: (name: string | null, at: Date) => `${name ?? 'La plateforme'}, le ${dates.exact(at)}`,
    ambiguous: 'Cette nuit-là, cette heure existe deux fois : c’est la seconde qui compte.',
    news: {
      cree: 'L’appel est créé. Il reste en préparation tant que vous ne le publiez pas.',
      enregistre: 'Les réglages sont enregistrés.',
      publie: 'L’appel est publié.',
      retire: 'L’appel n’est plus publié.',
      reporte: 'La clôture est reportée, et les personnes concernées sont prévenues.',
      criteres: 'Les critères sont enregistrés.',
      derogation: 'La dérogation est enregistrée.',
    },
  },
  seasons: {
    title: 'Saisons',
    lead: 'Les éditions du programme : leur numéro, leurs dates, leurs thèmes.',
    none: 'Aucune saison pour l’instant.',
    create: 'Nouvelle saison',
    createSubmit: 'Créer la saison',
    edit: (name: string) => `Modifier « ${name} »`,
    number: 'Numéro',
    name: 'Nom',
    startsOn: 'Premier jour',
    endsOn: 'Dernier jour',
    themes: 'Thèmes',
    themesHint: 'Laissez vide le nom d’un thème que cette saison n’a pas.',
    themeKeys: {
      transition: 'Thème à l’icône de soleil',
      biodiversite: 'Thème à l’icône de feuille',
      risques: 'Thème à l’icône de vagues',
    },
    span: (startsOn: string, endsOn: string) =>
      `Du ${dates.short(new Date(`${startsOn}T12:00:00Z`))} au ${dates.short(new Date(`${endsOn}T12:00:00Z`))}`,
    refused: 'La saison n’est pas enregistrée',
    news: { creee: 'La saison est créée.', enregistree: 'La saison est enregistrée.' },
  },
  errors: {
    'call.titleInvalid': 'Donnez un titre à l’appel, de 200 caractères au plus.',
    'call.presentationTooLong': 'La présentation est trop longue : 20 000 caractères au plus.',
    'call.seasonMissing': 'Choisissez la saison de cet appel.',
    'call.dateInvalid': 'Donnez un jour et une heure qui existent.',
    'call.hourSkipped':
      'Cette heure n’existe pas : cette nuit-là, les horloges avancent d’une heure. Choisissez-en une autre.',
    'call.closesBeforeOpens': 'La clôture précède l’ouverture : choisissez une date plus tardive.',
    'call.tooLong': 'Un appel dure deux ans au plus.',
    'call.toleranceInvalid': 'Donnez un nombre de minutes, de 0 à 2 160 (un jour et demi).',
    'call.toleranceFixed': 'L’appel est clos : pour recevoir encore des candidatures, reportez sa clôture.',
    'call.openingFixed': 'Les candidatures sont déjà ouvertes : cette date ne change plus.',
    'call.closingFixed': 'L’appel est publié : pour changer sa clôture, reportez-la en donnant le motif.',
    'call.closingPast': 'La clôture est déjà passée : choisissez une date à venir avant de publier.',
    'call.criteriaEmpty': 'Donnez au moins un critère.',
    'call.criterionInvalid':
      'Chaque critère a un intitulé de 120 caractères au plus, sans ligne vide au milieu.',
    'call.weightsInvalid': 'Les poids sont des nombres entiers, et leur somme est 100.',
    'call.criteriaFixed': 'Une candidature a été déposée : les critères ne changent plus.',
    'call.alreadyPublished': 'Cet appel est déjà publié.',
    'call.notPublished': 'Cet appel n’est pas publié : changez ses dates dans les réglages.',
    'call.hasApplications': 'Une candidature est déjà commencée : cet appel reste publié.',
    'call.extensionNotLater':
      'Une clôture se reporte à plus tard : choisissez une date après la clôture actuelle.',
    'call.extensionPast': 'Cette date est déjà passée : choisissez-en une à venir.',
    'call.reasonMissing': 'Dites pourquoi : le motif est gardé avec la décision.',
    'call.reasonTooLong': 'Ce motif est trop long : 1 000 caractères au plus.',
    'call.organisationMissing': 'Choisissez une organisation.',
    'season.numberInvalid': 'Donnez un numéro, de 1 à 99.',
    'season.numberTaken': 'Une autre saison porte ce numéro.',
    'season.nameInvalid': 'Donnez un nom à la saison, de 120 caractères au plus.',
    'season.dateInvalid': 'Donnez un jour qui existe.',
    'season.datesReversed': 'Le dernier jour précède le premier.',
    'season.themesMissing': 'Une saison a au moins un thème.',
    'season.themeNameTooLong': 'Ce nom est trop long : 120 caractères au plus.',
    'season.themeUsed': 'Un groupe de travail est rattaché à ce thème : il reste dans la saison.',
  } satisfies Record<CallError | SeasonError, string>,
} as const;

/** An instant as the history keeps it, in words. */
function wall(kept: string): string {
  const at = new Date(`${kept}:00Z`);
  // The clock of Paris is one or two hours ahead: whichever gives the same wall back.
  const found = [2, 1]
    .map((hours) => new Date(at.getTime() - hours * 3_600_000))
    .find((one) => parisWall(one) === kept);
  return found ? dates.exact(found) : kept;
}
