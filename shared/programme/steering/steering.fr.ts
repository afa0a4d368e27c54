import type { Indicator, Standing } from '#shared/programme/steering/openness.ts';
import type { CityCounts } from '#shared/programme/steering/overview.ts';
import type { LateSignal } from '#shared/programme/steering/signals.ts';
import type { SteeringError } from '#shared/programme/steering/steering-errors.ts';
import { dates } from '../../kernel/dates.fr.ts';
import { plural } from '../../kernel/plural.fr.ts';
import { synthesis } from '../../publication/synthesis/synthesis.fr.ts';
import { experiment } from '../experiment/experiment.fr.ts';

const number = new Intl.NumberFormat('fr');
const days = (count: number) => plural(count, 'jour', 'jours');
const communes = (count: number) => plural(count, 'commune', 'communes');
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** Words of the page of steering, of its lists and of its exports. */
export const steering = {
  title: 'Pilotage',
  heading: (season: string) => `${season} en un regard`,
  lead: (day: string, isToday: boolean) =>
    isToday
      ? `Aujourd’hui, ${dates.day(noon(day))}.`
      : `Au ${dates.day(noon(day))}, tel que c’était à la fin de la journée.`,
  number: (count: number) => number.format(count),
  percent: (value: number) => `${value}\u202f%`,
  unknown: 'Non connu',
  total: 'Total',
  none: 'Aucun',
  filter: {
    label: 'Choisir ce que la page montre',
    season: 'Saison',
    theme: 'Thème',
    region: 'Région',
    department: 'Département',
    day: 'À la date du',
    dayHint: 'Vide : aujourd’hui.',
    all: 'Tous',
    allRegions: 'Toutes',
    submit: 'Filtrer le pilotage',
    reset: 'Tout afficher',
    wrong: 'Cette date ne peut pas être montrée : la page est celle d’aujourd’hui.',
  },
  export: { label: 'Exporter ce que la page montre', prefix: 'Exporter', csv: 'CSV', ods: 'ODS', pdf: 'PDF' },
  csvOf: (title: string) => `CSV : ${title}`,
  fileName: (season: string, day: string) => `Pilotage ${season} ${day}`,
  figures: {
    label: 'Chiffres clés',
    said: (name: string, value: string, note: string) => `${name}\u00a0: ${value}, ${note}`,
    experiments: 'Expérimentations',
    experimentsNote: (total: number) =>
      total === 0 ? 'aucune n’est ouverte' : `en cours, sur ${number.format(total)} en tout`,
    cities: 'Communes du programme',
    citiesNote: (agreements: number) => plural(agreements, 'convention', 'conventions'),
    needs: 'Besoins de données',
    needsNote: (open: number) =>
      open === 0
        ? 'aucun n’est encore ouvert'
        : `dont ${number.format(open)} déjà ${open > 1 ? 'ouverts' : 'ouvert'}`,
    approved: 'Comptes rendus approuvés',
    reviewsNote: (count: number) =>
      count === 0 ? 'aucune relecture en cours' : plural(count, 'relecture en cours', 'relectures en cours'),
    signals: 'Signaux tardifs',
    signalsNote: (count: number) => (count === 0 ? 'rien n’est en retard' : 'à regarder d’abord'),
  },
  signals: {
    title: 'Signaux tardifs',
    colon: '\u00a0: ',
    all: (count: number) => `Les ${number.format(count)} signaux`,
    empty: 'Rien n’est en retard à cette date.',
    sentence: (signal: LateSignal, since: number) => {
      switch (signal.kind) {
        case 'silentCity':
          return signal.last === null
            ? `aucune contribution depuis son arrivée, il y a ${days(since)}`
            : `aucune contribution depuis ${days(since)}`;
        case 'minutesMissing':
          return `séance tenue il y a ${days(since)}, compte rendu non soumis`;
        case 'minutesWaiting':
          return `compte rendu soumis il y a ${days(since)}, non approuvé`;
        case 'experimentOver':
          return `fin prévue dépassée de ${days(since)}`;
      }
    },
    note: (signal: LateSignal) => {
      if (signal.kind === 'experimentOver') return signal.lead ?? '';
      const last =
        signal.kind === 'silentCity' && signal.last
          ? ` · dernière contribution le ${dates.short(signal.last)}`
          : '';
      return `${signal.group.name}${last}`;
    },
    kinds: {
      silentCity: 'Ville silencieuse',
      minutesMissing: 'Compte rendu manquant',
      minutesWaiting: 'Compte rendu en attente',
      experimentOver: 'Expérimentation qui dure',
    } satisfies Record<LateSignal['kind'], string>,
    gestures: {
      silentCity: 'Voir l’animation',
      minutesMissing: 'Voir le compte rendu',
      minutesWaiting: 'Voir le compte rendu',
      experimentOver: 'Voir l’expérimentation',
    } satisfies Record<LateSignal['kind'], string>,
    rule: 'Un signal s’allume après 21 jours sans contribution d’une ville, 14 jours sans compte rendu, 30 jours sans approbation, ou le lendemain d’une fin prévue.',
    columns: ['Signal', 'Où', 'Constat', 'Depuis le'],
  },
  map: {
    title: 'Communes du programme par département',
    sentence: ({ communes: found, agreements, departments }: CityCounts) =>
      `${communes(found)}, ${plural(agreements, 'convention', 'conventions')}, ${plural(departments, 'département', 'départements')}.`,
    regions: (count: number) => plural(count, 'région', 'régions'),
    description:
      'Carte de France par département, nombre de communes du programme. Le tableau voisin donne les mêmes chiffres.',
    overseas: 'Outre-mer',
    paris: 'Paris et petite couronne',
    caption: 'Communes et conventions du programme par département',
    most: 'Les départements qui ont le plus de communes du programme',
    department: 'Département',
    communes: 'Communes',
    agreements: 'Conventions',
    region: 'Région',
    legend: ['Aucune', '1', '2', '3', '4 et plus'],
    count: (name: string, count: number) => `${name} : ${count === 0 ? 'aucune commune' : communes(count)}`,
    all: (count: number) => `Voir les ${number.format(count)} départements`,
    credit: 'Fond de carte : Victor Cazanave, svg-maps, CC BY 4.0.',
    empty: 'La liste des villes n’est pas encore importée.',
  },
  experiments: {
    title: 'Expérimentations par thème',
    sentence: (total: number, running: number) =>
      total === 0
        ? 'Aucune expérimentation n’était ouverte à cette date.'
        : `${plural(total, 'expérimentation', 'expérimentations')}, dont ${number.format(running)} en cours.`,
    theme: 'Thème',
    caption: 'Nombre d’expérimentations par thème et par état',
    states: experiment.states,
    columns: ['Expérimentation', 'Thème', 'État', 'Porteur', 'Fin prévue'],
  },
  needs: {
    title: 'Besoins de données : qui produit, qui ouvre',
    sentence: (local: number, total: number) =>
      total === 0
        ? 'Aucun besoin de données n’était déclaré à cette date.'
        : `Les acteurs publics locaux détiennent ${plural(local, 'besoin', 'besoins')} sur ${number.format(total)}.`,
    caption: 'Nombre de besoins par type de producteur et état d’accès',
    scroll: 'Matrice des besoins, à faire défiler',
    producer: 'Producteur',
    cell: (said: string, count: number) => `${said} : ${plural(count, 'besoin', 'besoins')}`,
    listTitle: 'Besoins de données',
    listColumns: ['Donnée', 'Expérimentation', 'Producteur', 'Accès'],
  },
  missions: {
    title: 'Missions de conseil',
    sentence: (used: number, granted: number, count: number) =>
      count === 0
        ? 'Aucune mission n’était commandée à cette date.'
        : `${plural(count, 'mission', 'missions')}\u00a0: ${plural(used, 'jour consommé', 'jours consommés')} sur ${number.format(granted)} accordés.`,
    caption: 'Jours accordés et consommés par mission, les plus consommées d’abord',
    all: (count: number) => `Les ${number.format(count)} missions`,
    columns: ['Mission', 'Cabinet', 'Jours accordés', 'Jours consommés', 'Part'],
  },
  reviews: {
    title: 'Documents en relecture',
    sentence: (minutes: number, rounds: number, suggestions: number) =>
      minutes + rounds + suggestions === 0
        ? 'Aucun document n’attendait de réponse à cette date.'
        : `${plural(minutes, 'compte rendu soumis attend', 'comptes rendus soumis attendent')} d’être approuvé${minutes > 1 ? 's' : ''} ; ${plural(rounds, 'relecture est ouverte', 'relectures sont ouvertes')} ; ${plural(suggestions, 'document a des suggestions ouvertes', 'documents ont des suggestions ouvertes')}.`,
    scope: 'Un groupe réunit plusieurs villes : cette partie suit le thème, pas le territoire.',
    all: (count: number) => `Les ${number.format(count)} documents`,
    kinds: {
      minutes: 'Compte rendu soumis',
      round: 'Relecture ouverte',
      suggestions: 'Suggestions ouvertes',
    },
    suggestions: (count: number) => plural(count, 'suggestion ouverte', 'suggestions ouvertes'),
    since: (day: string) => `depuis le ${day}`,
    approvedTitle: 'Comptes rendus approuvés',
    columns: ['Document', 'Groupe', 'En attente de', 'Depuis le'],
    approvedColumns: ['Document', 'Groupe', 'Approuvé le'],
    waits: { minutes: 'Approbation', round: 'Signature', suggestions: 'Réponse aux suggestions' },
  },
  synthesis: {
    title: 'Synthèse de la saison',
    columns: ['Chapitres', 'Nombre'],
    states: synthesis.states,
    due: 'Attendue le',
    none: 'La synthèse n’était pas commencée à cette date.',
    sentence: (approved: number, total: number, dueOn: string, left: number) =>
      `${plural(approved, 'chapitre approuvé', 'chapitres approuvés')} sur ${number.format(total)} ; attendue le ${dates.short(noon(dueOn))}, ${
        left < 0 ? `il y a ${days(-left)}` : `dans ${days(left)}`
      }.`,
    caption: 'Chapitres de la synthèse par état',
    open: 'Ouvrir la synthèse',
  },
  openness: {
    title: 'Ouverture des données',
    caption: 'Indicateurs d’ouverture, leur mesure et leur cible',
    sentence: (reached: number, wanted: number) =>
      wanted === 0
        ? 'Aucune cible n’est fixée à cette date.'
        : `${plural(reached, 'cible atteinte', 'cibles atteintes')} sur ${number.format(wanted)}.`,
    columns: ['Indicateur', 'Mesure', 'Détail', 'Cible', 'État'],
    indicators: {
      needsOpen: 'Besoins dont la donnée est ouverte',
      datasetsValid: 'Jeux de données contrôlés sans erreur',
      schemaConformity: 'Conformité au schéma',
    } satisfies Record<Indicator, string>,
    of: (part: number, whole: number) => `${number.format(part)} sur ${number.format(whole)}`,
    explain: {
      needsOpen: 'Part des besoins dont l’accès est « déjà ouverte ».',
      datasetsValid: 'Part des jeux du registre dont le dernier contrôle n’a trouvé aucune erreur.',
      schemaConformity: 'Parmi les jeux contrôlés avec un schéma, part de ceux qui le respectent.',
    } satisfies Record<Indicator, string>,
    target: (percent: number, day: string) => `${percent}\u202f% au ${dates.short(noon(day))}`,
    noTarget: 'Pas de cible',
    standings: {
      unknown: 'Rien à mesurer',
      noTarget: 'Sans cible',
      reached: 'Atteinte',
      underWay: 'En chemin',
      missed: 'Manquée',
    } satisfies Record<Standing, string>,
    setTargets: 'Fixer les cibles',
    datasetColumns: ['Jeu de données', 'Groupe', 'Dernier contrôle', 'Constat'],
    datasetsTitle: 'Jeux de données et leur dernier contrôle',
    check: {
      none: 'Jamais contrôlé',
      valid: 'Sans erreur',
      conform: 'Conforme à son schéma',
      errors: (count: number) => plural(count, 'erreur', 'erreurs'),
    },
  },
  tables: {
    figures: ['Chiffre', 'Valeur'],
    regions: 'Régions',
    departments: 'Départements',
    running: 'Expérimentations en cours',
    departmentColumns: ['Code', 'Département', 'Région', 'Communes', 'Conventions'],
    long: ['Partie', 'Ligne', 'Colonne', 'Valeur'],
    empty: 'Rien à cette date.',
    exported: (origin: string) => `Exporté depuis ${origin}`,
    filters: 'Filtres',
  },
  lists: {
    lead: (day: string) => `Ce que compte la page de pilotage au ${dates.day(noon(day))}.`,
    back: 'Revenir au pilotage',
    count: (count: number) => plural(count, 'ligne', 'lignes'),
    empty: 'Rien ne correspond à cette date et à ces filtres.',
    cities: 'Communes du programme',
    cityColumns: ['Commune', 'Département', 'Convention', 'Signée le'],
    bounded: 'La liste s’arrête à 500 lignes ; un filtre la raccourcit.',
  },
  targets: {
    title: 'Cibles d’ouverture',
    place: 'Fixer ce que la saison vise, et pour quel jour.',
    lead: 'Chaque cible est une part à atteindre et un jour. En fixer une autre ne change pas les pages de pilotage des dates passées.',
    percent: 'Part à atteindre, en %',
    dueOn: 'Au plus tard le',
    save: 'Fixer la cible',
    saved: 'La cible est fixée.',
    refused: 'La cible n’est pas fixée',
    current: (percent: number, day: string) =>
      `Cible actuelle : ${percent}\u202f% au ${dates.short(noon(day))}.`,
    none: 'Pas encore de cible.',
  },
  errors: {
    'steering.dayInvalid': 'Cette date n’existe pas dans le calendrier : choisissez-en une autre.',
    'steering.dayFuture': 'Cette date n’est pas encore passée : choisissez aujourd’hui ou un jour d’avant.',
    'steering.dayBeforeSeason':
      'La saison n’avait pas commencé ce jour-là : choisissez une date plus tardive.',
    'steering.valueInvalid': 'Indiquez un nombre entier de 1 à 100.',
    'steering.dueInvalid': 'Indiquez le jour auquel la cible doit être atteinte.',
  } satisfies Record<SteeringError, string>,
} as const;
