import type { SheetFacts } from '#shared/publication/sheet/sheet-facts.ts';
import type { Presented, VisaChange, VisaKind, VisaStanding } from '#shared/publication/sheet/visa.ts';
import { dayWords } from '../../kernel/day/day-words.fr.ts';
import { experimentLog } from '../../programme/experiment/experiment-log.fr.ts';
import { useCaseSheet } from './use-case-sheet.fr.ts';

const list = new Intl.ListFormat('fr', { type: 'conjunction' });

/** Words of the visas of use-case sheets. */
export const sheetVisa = {
  title: 'Visas',
  lead: 'La ville, puis l’éditeur approuvent le texte au mot près. Ce qui change ensuite fait tomber le visa.',
  kinds: { city: 'Visa de la ville', publisher: 'Visa de l’éditeur' } satisfies Record<VisaKind, string>,
  standings: {
    none: 'À demander',
    asked: 'Demandé',
    outdated: 'Demandé sur un texte changé depuis',
    given: 'Donné',
    fallen: 'Tombé',
    refused: 'Refusé',
    silent: 'Sans réponse à l’échéance',
  } satisfies Record<VisaStanding, string>,
  changes: {
    text: 'le texte ou son titre',
    hook: 'l’accroche',
    fields: 'les repères choisis',
    experiments: 'les expérimentations racontées',
    cities: 'une ville qui porte l’expérimentation',
    data: 'les données de l’expérimentation approuvées par la ville',
    withdrawn: 'la fiche a été retirée du site',
  } satisfies Record<VisaChange, string>,
  changed: (changes: readonly string[]) => `Changé depuis : ${list.format(changes)}.`,
  draft: 'Les visas se demandent une fois la fiche en relecture.',
  dataChanged:
    'Les données de l’expérimentation (besoins, effort, calendrier) ont changé depuis le visa de la ville. La fiche paraîtra avec celles que la ville a approuvées ; redemandez son visa pour publier celles d’aujourd’hui.',
  round: (number: number) => `Relecture nᵒ ${number}`,
  answered: (name: string, answer: string, day: string) => `${name} : ${answer}, ${day}`,
  waiting: (name: string) => `${name} : pas encore de réponse`,
  silent: (name: string) => `${name} : silence`,
  until: (day: string) => `Réponses attendues jusqu’au ${day}`,
  answerNow: 'Lire le texte et répondre',
  compare: 'Voir ce qui a changé depuis',
  deadline: 'Réponses attendues jusqu’au',
  deadlineHint: 'À l’heure de Paris.',
  ask: {
    city: 'Demander le visa de la ville',
    publisher: 'Demander le visa de l’éditeur',
  } satisfies Record<VisaKind, string>,
  askAgain: {
    city: 'Redemander le visa de la ville',
    publisher: 'Redemander le visa de l’éditeur',
  } satisfies Record<VisaKind, string>,
  asked: 'Le visa est demandé. Les personnes qui peuvent répondre reçoivent un courriel.',
  ready: 'Les deux visas sont donnés : la coordination peut publier ce texte.',
  notReady: 'La publication attend les deux visas sur le texte d’aujourd’hui.',
  questions: (kind: VisaKind, { fields, facts }: Presented): string[] => [
    kind === 'city'
      ? 'Visa de la ville : ce texte peut-il être publié tel quel sur le site public ?'
      : 'Visa de l’éditeur : ce texte, approuvé par la ville, peut-il être publié tel quel sur le site public ?',
    `Accroche publiée avec lui : « ${fields.hook} »`,
    `Repères publiés avec lui : ${factsInWords(facts)}.`,
  ],
  published: {
    title: 'Visas',
    lead: 'Ce texte a été approuvé tel quel avant sa publication.',
    line: (kind: string, day: string) => `${kind}, le ${day}`,
    reservation: 'sous réserve',
    fingerprint: 'Empreinte du texte approuvé',
    verify: 'Vérifier cette empreinte',
  },
} as const;

function factsInWords({ cities, size, serviceKind, uses, needs, effort, period, theme }: SheetFacts): string {
  const cost = effort.cost > 0 ? experimentLog.money(effort.cost) : null;
  return [
    theme.name,
    serviceKind && useCaseSheet.serviceKinds[serviceKind],
    uses.map((use) => useCaseSheet.uses[use].toLocaleLowerCase('fr')).join(', '),
    cities.join(', '),
    size && useCaseSheet.sizes[size],
    period.startsOn &&
      period.endsOn &&
      useCaseSheet.periodText(dayWords.long(period.startsOn), dayWords.long(period.endsOn)),
    effort.days > 0 && useCaseSheet.effortText(experimentLog.dayCount(effort.days), cost),
    needs.length > 0 &&
      `${useCaseSheet.needs.toLocaleLowerCase('fr')} : ${needs.map(({ name }) => name).join(', ')}`,
  ]
    .filter(Boolean)
    .join(' ; ');
}
