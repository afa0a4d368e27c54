import type { ChapterState } from '#shared/publication/synthesis/chapter-state.ts';
import { type BlockNode, callout, h2, p, table, ul } from '../builders/prose.ts';
import type { GroupKey } from './groups.ts';
import type { OrganisationKey } from './organisations.ts';
import type { PersonKey } from './people.ts';

/** A chapter of the demonstration's synthesis. Its cities and its figures are invented, and it says so. */
export interface DemoChapter {
  readonly title: string;
  readonly owner: PersonKey | null;
  /** Those that are expected to write. */
  readonly cities: readonly OrganisationKey[];
  /** A city that was asked again to write. */
  readonly reminded?: { readonly city: OrganisationKey; readonly by: PersonKey; readonly at: string };
  /** ISO day of the story. */
  readonly due: string | null;
  /** Day on which it was added. */
  readonly added: string;
  readonly steps: readonly { readonly to: ChapterState; readonly by: PersonKey; readonly at: string }[];
  readonly sections: readonly { readonly by: PersonKey; readonly nodes: readonly BlockNode[] }[];
  /** Signatures that were asked for its text: who has given theirs; the others are waited for. */
  readonly round?: {
    readonly at: string;
    readonly deadline: string;
    readonly organisations: readonly OrganisationKey[];
    readonly signed: readonly { readonly by: PersonKey; readonly at: string }[];
  };
}

const example = callout(
  'example',
  'Les villes, les personnes et les chiffres de ce chapitre sont inventés pour la démonstration.',
);

export const demoSynthesis: {
  readonly group: GroupKey;
  readonly due: string;
  readonly begun: string;
  readonly chapters: readonly DemoChapter[];
} = {
  group: 'nature',
  due: '2023-06-30',
  begun: '2023-02-20T09:00:00+01:00',
  chapters: [
    {
      title: 'Ce que mesurer a changé',
      owner: 'nadia-ferrand',
      cities: ['valmont', 'saint-aubin'],
      due: '2023-03-10',
      added: '2023-02-20T09:10:00+01:00',
      steps: [
        { to: 'writing', by: 'nadia-ferrand', at: '2023-02-22T10:00:00+01:00' },
        { to: 'in_review', by: 'nadia-ferrand', at: '2023-03-06T16:00:00+01:00' },
        { to: 'approved', by: 'claire-oudin', at: '2023-03-07T11:30:00+01:00' },
      ],
      round: {
        at: '2023-03-07T14:00:00+01:00',
        deadline: '2023-03-24T18:00:00+01:00',
        organisations: ['valmont', 'saint-aubin', 'banque-des-territoires'],
        signed: [
          { by: 'yann-le-goff', at: '2023-03-08T16:20:00+01:00' },
          { by: 'nadia-ferrand', at: '2023-03-09T09:05:00+01:00' },
        ],
      },
      sections: [
        {
          by: 'nadia-ferrand',
          nodes: [
            example,
            h2('Avant : des rues que l’on croyait connaître'),
            p(
              'Dans chaque ville, tout le monde savait où il faisait chaud. En mesurant, deux rues sur cinq ne sont pas celles que l’on attendait : une place plantée mais minérale, une cour d’école sans point d’eau.',
            ),
          ],
        },
        {
          by: 'yann-le-goff',
          nodes: [
            h2('Après : un même relevé dans toutes les villes'),
            p(
              'Un protocole d’une page, un après-midi de juin, quatre classes d’ombre : deux agents suffisent, et les relevés se comparent d’une ville à l’autre.',
            ),
            ul('la même heure', 'les mêmes points', 'une photographie par point'),
          ],
        },
      ],
    },
    {
      title: 'Rafraîchir rue par rue',
      owner: 'yann-le-goff',
      cities: ['saint-aubin', 'clairvigne', 'pont-ormeau'],
      due: '2023-04-14',
      added: '2023-02-20T09:20:00+01:00',
      steps: [
        { to: 'writing', by: 'yann-le-goff', at: '2023-02-27T09:00:00+01:00' },
        { to: 'in_review', by: 'yann-le-goff', at: '2023-03-13T17:00:00+01:00' },
      ],
      sections: [
        {
          by: 'yann-le-goff',
          nodes: [
            example,
            h2('Par où commencer'),
            p(
              'Les villes commencent par les trajets des enfants et des personnes âgées : l’école, l’arrêt de bus, la pharmacie. Une rue se traite en deux hivers.',
            ),
          ],
        },
        {
          by: 'thomas-ricard',
          nodes: [
            h2('Ce que cela demande'),
            table({
              header: ['Pour une rue de 200 m', 'Jours', 'Qui'],
              rows: [
                ['Relever l’ombre et la chaleur', '2', 'Espaces verts'],
                ['Comparer trois plantations', '3', 'Données et espaces verts'],
                ['Décider avec les riverains', '1', 'Élus et quartier'],
              ],
            }),
          ],
        },
      ],
    },
    {
      title: 'Les données qui ont manqué',
      owner: 'samira-benali',
      cities: ['saint-aubin', 'castelbrume', 'pont-ormeau'],
      reminded: { city: 'pont-ormeau', by: 'samira-benali', at: '2023-03-09T10:00:00+01:00' },
      due: '2023-03-08',
      added: '2023-02-20T09:30:00+01:00',
      steps: [{ to: 'writing', by: 'samira-benali', at: '2023-03-02T14:00:00+01:00' }],
      sections: [
        {
          by: 'samira-benali',
          nodes: [
            example,
            h2('Ce que les villes n’ont pas trouvé'),
            p(
              'L’inventaire des arbres privés, les températures de nuit et l’âge des réseaux reviennent partout. Aucune ville ne les a eus avant le quatrième mois.',
            ),
            ul('demander dès la convention', 'écrire qui produit la donnée', 'prévoir un relevé de secours'),
          ],
        },
      ],
    },
    {
      title: 'Ce que la saison suivante peut reprendre',
      owner: null,
      cities: ['valmont', 'saint-aubin', 'pont-ormeau', 'clairvigne', 'castelbrume'],
      due: '2023-05-31',
      added: '2023-02-20T09:40:00+01:00',
      steps: [],
      sections: [
        {
          by: 'claire-oudin',
          nodes: [
            example,
            h2('Plan proposé'),
            p(
              'Chaque ville dira en dix lignes ce qu’elle garde, ce qu’elle abandonne, et ce qu’elle conseille.',
            ),
            ul(
              'ce qui se reprend tel quel',
              'ce qui demande une donnée de plus',
              'ce qu’il ne faut pas refaire',
            ),
          ],
        },
      ],
    },
  ],
};
