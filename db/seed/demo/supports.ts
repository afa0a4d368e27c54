import type { OrganisationKey } from './organisations.ts';
import type { PersonKey } from './people.ts';

/** What cities asked of the structure, so many days ago. */
export const demoDemands: readonly {
  readonly city: OrganisationKey;
  readonly by: PersonKey;
  readonly days: number;
  readonly message: string;
}[] = [
  {
    city: 'hautelande',
    by: 'mathilde-garnier',
    days: 9,
    message:
      'Nos relevés de crue sont sur papier depuis 1982. Par où commencer pour en faire un fichier que l’on puisse publier ?',
  },
  {
    city: 'pont-ormeau',
    by: 'ines-bouaziz',
    days: 5,
    message:
      'Notre inventaire des haies tient dans trois classeurs de calcul, tenus par trois services. Pouvez-vous nous aider à n’en faire qu’un, au bon modèle ?',
  },
];

/** What the structure did for them, so many days ago. */
export const demoSupports: readonly {
  readonly city: OrganisationKey;
  readonly days: number;
  readonly what: string;
}[] = [
  {
    city: 'pont-ormeau',
    days: 41,
    what: 'Une matinée d’inventaire avec le service de la biodiversité : onze jeux de données recensés.',
  },
  {
    city: 'saint-aubin',
    days: 27,
    what: 'Relecture du fichier des arbres avant sa publication : deux colonnes renommées, une date corrigée.',
  },
  {
    city: 'castelbrume',
    days: 20,
    what: 'Présentation de l’offre de l’agence à la directrice générale des services.',
  },
  {
    city: 'clairvigne',
    days: 13,
    what: 'Échange par téléphone : la ville tient son cadastre vert, mais ne le publie pas encore.',
  },
];
