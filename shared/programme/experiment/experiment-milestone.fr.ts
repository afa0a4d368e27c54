import type { MilestoneStanding, TemplateStep } from '#shared/programme/experiment/milestone.ts';
import { plural } from '../../kernel/plural.fr.ts';

/** « 3 semaines », « 4 jours » */
const stretch = (days: number) =>
  days % 7 === 0 || days > 21
    ? plural(Math.round(days / 7), 'semaine', 'semaines')
    : plural(days, 'jour', 'jours');

/** Words of the milestones of an experiment. */
export const experimentMilestone = {
  title: 'Jalons',
  edit: 'Modifier les jalons',
  csv: 'CSV',
  csvName: (title: string) => `Jalons - ${title}.csv`,
  asTable: 'Voir en tableau',
  figureTitle: 'Jalons de l’expérimentation, prévus et réalisés',
  scroll: 'Frise des jalons, à faire défiler',
  figureSentence: (standings: readonly MilestoneStanding[]) => {
    const count = (standing: MilestoneStanding) => standings.filter((known) => known === standing).length;
    return [
      count('done') > 0 && plural(count('done'), 'jalon atteint', 'jalons atteints'),
      count('running') > 0 && plural(count('running'), 'en cours', 'en cours'),
      count('late') > 0 && plural(count('late'), 'en retard', 'en retard'),
      count('toCome') > 0 && plural(count('toCome'), 'à venir', 'à venir'),
    ]
      .filter(Boolean)
      .join(', ')
      .concat('.');
  },
  legend: { planned: 'Prévu', actual: 'Réalisé', slip: 'Glissement annoncé' },
  monthOf: (rank: number, of: number) => `Mois ${rank} sur ${of}.`,
  slipBy: (days: number) => `${stretch(days)} de plus`,
  slipped: (title: string, days: number) =>
    days > 0 ? `« ${title} » glisse de ${stretch(days)}` : `« ${title} » est avancé de ${stretch(-days)}`,
  slipReason: (reason: string, day: string) => ` : ${reason} (motif du ${day})`,
  slips: 'Glissements',
  slipLine: (from: string, to: string) => `du ${from} au ${to}`,
  empty: 'Aucun jalon n’est encore posé.',
  emptyText:
    'Les jalons disent ce qui est prévu et quand. Ceux de la saison se posent d’un geste ; vous les ajusterez ensuite.',
  planSeason: 'Poser les jalons de la saison',
  needsDays: 'Dites d’abord, dans les réglages, quand l’expérimentation commence.',
  fromTo: (from: string, to: string) => `${from} – ${to}`,
  columns: {
    title: 'Jalon',
    first: 'Prévu au départ',
    planned: 'Fin prévue',
    started: 'Commencé',
    done: 'Atteint',
    standing: 'État',
    slips: 'Glissements',
  },
  editTitle: 'Jalons : prévu et réalisé',
  actual: 'Réalisé',
  startedOn: 'Commencé le',
  doneOn: 'Atteint le',
  saveActual: 'Enregistrer',
  slip: 'Changer la fin prévue',
  ofMilestone: (title: string) => `, ${title}`,
  slipTo: 'Nouvelle fin prévue',
  slipWhy: 'Motif',
  slipHint: 'Le motif et l’ancien jour restent au dossier.',
  saveSlip: 'Annoncer le glissement',
  remove: 'Retirer',
  removeOf: (title: string) => `Retirer le jalon ${title}`,
  removed: 'Le jalon est retiré.',
  undo: 'Annuler',
  add: 'Ajouter un jalon',
  addTitle: 'Titre',
  addFrom: 'Début prévu',
  addTo: 'Fin prévue',
  addSubmit: 'Ajouter',
  news: {
    planned: 'Les jalons de la saison sont posés.',
    added: 'Le jalon est ajouté.',
    slipped: 'Le glissement est annoncé.',
    actual: 'Les jours du jalon sont enregistrés.',
    restored: 'Le jalon est rétabli.',
  },
  refused: 'Ce n’est pas encore enregistré',
  steps: {
    framing: 'Cadrage et convention',
    inventory: 'Inventaire des données',
    collection: 'Collecte et traitement',
    service: 'Service à l’essai',
    lessons: 'Bilan et fiche cas d’usage',
  } satisfies Record<TemplateStep, string>,
  standings: {
    done: 'Atteint',
    late: 'En retard',
    running: 'En cours',
    toCome: 'À venir',
  } satisfies Record<MilestoneStanding, string>,
} as const;
