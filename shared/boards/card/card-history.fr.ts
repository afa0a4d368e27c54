import type { CardEvent } from '#shared/boards/card/card-history.ts';
import { plural } from '../../kernel/plural.fr.ts';
import { propertySentences } from './property/card-properties.fr.ts';
import type { MembersOf } from './property/card-properties.ts';

type SentenceOf = { [E in CardEvent as E['what']]: (names: Names) => string };

/** What a sentence may name: the two sides of a change, as people know them. */
interface Names {
  readonly from: string;
  readonly to: string;
}

/** Words of what happened to a card: after the name of whoever did it. */
export const cardHistory = {
  title: 'Activité',
  show: 'Afficher l’activité',
  hide: 'Masquer l’activité',
  loading: 'Chargement de l’activité…',
  failed: 'L’activité n’a pas pu être chargée.',
  retry: 'Réessayer',
  more: (left: number) => `Afficher la suite (${plural(left, 'événement', 'événements')})`,
  none: 'Rien n’est encore noté pour cette carte.',
  somebody: 'Un membre du groupe',
  unnamedColumn: 'Sans nom',
  unknown: {
    labels: 'une étiquette supprimée',
    organisations: 'une organisation',
    people: 'un ancien membre',
  } satisfies Record<MembersOf, string>,
  sentences: {
    created: ({ to }) => `a créé la carte dans « ${to} »`,
    moved: ({ from, to }) => `a déplacé la carte de « ${from} » vers « ${to} »`,
    renamed: ({ from, to }) => `a renommé la carte « ${from} » en « ${to} »`,
    described: () => 'a modifié la consigne',
    archived: () => 'a archivé la carte',
    restored: () => 'a remis la carte sur le tableau',
    commented: () => 'a commenté la carte',
    ...propertySentences,
    linked: ({ to }) => `a ajouté un lien vers ${to}`,
    unlinked: ({ to }) => `a retiré un lien vers ${to}`,
    attached: ({ to }) => `a ajouté le fichier « ${to} »`,
    detached: ({ to }) => `a retiré le fichier « ${to} »`,
    blocked: ({ to }) => `a indiqué que la carte est bloquée par « ${to} »`,
    unblocked: ({ to }) => `a indiqué que la carte n’est plus bloquée par « ${to} »`,
  } satisfies SentenceOf,
  linkKinds: {
    document: 'un document',
    board: 'un tableau',
    card: 'une carte',
    group: 'un groupe',
    city: 'une ville',
  } as Readonly<Record<string, string>>,
  someLink: 'une page',
} as const;
