import type { GroupKey } from './groups.ts';
import type { PersonKey } from './people.ts';

export interface DemoTopic {
  readonly key: string;
  readonly group: GroupKey;
  /** Key of the experiment whose sheet it is about; null for a discussion of the group. */
  readonly sheetOf: string | null;
  readonly title: string;
  readonly isClosed: boolean;
  /** In their order; who is named in them, by « @ » in the words. */
  readonly posts: readonly {
    readonly by: PersonKey;
    readonly at: string;
    readonly body: string;
    readonly names?: readonly PersonKey[];
  }[];
}

/** What people of the demonstration ask one another. */
export const demoTopics: readonly DemoTopic[] = [
  {
    key: 'capteurs',
    group: 'chaleur',
    sheetOf: null,
    title: 'Quels capteurs tiennent l’été dehors\u202f?',
    isClosed: false,
    posts: [
      {
        by: 'yann-le-goff',
        at: '2023-03-07T09:12:00+01:00',
        body: 'Nous en avons perdu deux sur cinq l’an dernier, noyés ou décrochés.\n\nLesquels avez-vous, et comment les fixez-vous\u202f?',
      },
      {
        by: 'julien-morel',
        at: '2023-03-07T14:40:00+01:00',
        body: 'Des enregistreurs en boîtier étanche, sanglés sur les mâts d’éclairage à trois mètres. Aucun perdu en un an.\n\n@Claire Oudin a la fiche technique du fabricant.',
        names: ['claire-oudin'],
      },
      {
        by: 'claire-oudin',
        at: '2023-03-08T10:05:00+01:00',
        body: 'Elle est dans les ressources du groupe. Demandez l’accord du concessionnaire d’éclairage avant de poser quoi que ce soit\u00a0: comptez trois semaines.',
      },
    ],
  },
  {
    key: 'salle-avril',
    group: 'chaleur',
    sheetOf: null,
    title: 'Salle pour l’atelier d’avril',
    isClosed: true,
    posts: [
      {
        by: 'claire-oudin',
        at: '2023-02-20T09:00:00+01:00',
        body: 'Qui peut accueillir une vingtaine de personnes un après-midi d’avril\u202f?',
      },
      {
        by: 'nadia-ferrand',
        at: '2023-02-20T11:30:00+01:00',
        body: 'Valmont-sur-Loire\u00a0: la salle du conseil est libre les mardis.',
      },
    ],
  },
  {
    key: 'inventaire',
    group: 'nature',
    sheetOf: 'arbres',
    title: 'Combien de temps pour décrire cent arbres\u202f?',
    isClosed: false,
    posts: [
      {
        by: 'samira-benali',
        at: '2023-03-08T15:20:00+01:00',
        body: 'Nous voudrions reprendre votre inventaire. Combien de jours pour cent arbres, et qui les décrit chez vous\u202f?',
      },
      {
        by: 'nadia-ferrand',
        at: '2023-03-09T09:45:00+01:00',
        body: 'Une journée à deux jardiniers pour cent arbres, avec le gabarit sur téléphone. La première semaine va moins vite.',
      },
    ],
  },
];
