import type { Language, Licence, ResourceKind } from '#shared/library/resource/resource.ts';
import type { GroupKey } from './groups.ts';
import type { PersonKey } from './people.ts';

/** A resource of the demonstration: a link, whose site is nobody’s of ours. */
export interface DemoResource {
  readonly key: string;
  readonly group: GroupKey;
  readonly by: PersonKey;
  readonly at: string;
  readonly title: string;
  readonly kind: ResourceKind;
  readonly description: string;
  readonly producer: string;
  readonly licence: Licence;
  readonly language?: Language;
  readonly contentOn?: string;
  readonly reviewOn?: string;
  readonly address: string;
  readonly isForAll?: boolean;
}

export const demoResources: readonly DemoResource[] = [
  {
    key: 'licence-ouverte',
    group: 'chaleur',
    by: 'claire-oudin',
    at: '2022-11-14T10:00:00+01:00',
    title: 'Licence Ouverte 2.0, texte intégral',
    kind: 'text',
    description: 'Le texte à joindre à tout jeu de données publié par une collectivité.',
    producer: 'Etalab',
    licence: 'etalab-2.0',
    contentOn: '2017-04-01',
    address: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
    isForAll: true,
  },
  {
    key: 'scdl',
    group: 'chaleur',
    by: 'claire-oudin',
    at: '2022-11-21T14:30:00+01:00',
    title: 'Socle commun des données locales',
    kind: 'template',
    description: 'Les schémas à suivre pour que les données de plusieurs villes se lisent ensemble.',
    producer: 'OpenDataFrance',
    licence: 'cc-by-sa-4.0',
    contentOn: '2022-09-01',
    address: 'https://scdl.opendatafrance.net/',
    isForAll: true,
  },
  {
    key: 'schemas',
    group: 'chaleur',
    by: 'julien-morel',
    at: '2023-01-17T09:20:00+01:00',
    title: 'Catalogue des schémas de données publiques',
    kind: 'tool',
    description: 'Chercher un schéma avant d’en écrire un : la moitié du travail est souvent faite.',
    producer: 'data.gouv.fr',
    licence: 'etalab-2.0',
    address: 'https://schema.data.gouv.fr/',
  },
  {
    key: 'vegetation',
    group: 'chaleur',
    by: 'samira-benali',
    at: '2023-02-07T11:05:00+01:00',
    title: 'Images Sentinel-2 pour suivre la végétation',
    kind: 'dataset',
    description: 'Une image tous les cinq jours, à dix mètres : assez pour voir où la ville verdit.',
    producer: 'Programme Copernicus',
    licence: 'other',
    language: 'en',
    address: 'https://sentinels.copernicus.eu/',
  },
  {
    key: 'validata',
    group: 'chaleur',
    by: 'julien-morel',
    at: '2023-02-21T16:40:00+01:00',
    title: 'Validata : vérifier un fichier contre son schéma',
    kind: 'tool',
    description: 'À faire avant d’envoyer un relevé aux autres villes.',
    producer: 'OpenDataFrance',
    licence: 'unknown',
    contentOn: '2022-10-01',
    reviewOn: '2023-03-06',
    address: 'https://validata.fr/',
  },
  {
    key: 'rediffusion',
    group: 'chaleur',
    by: 'claire-oudin',
    at: '2023-03-09T17:15:00+01:00',
    title: 'Rediffusion : lire une carte de chaleur sans se tromper',
    kind: 'recording',
    description: 'Quarante minutes et trois exemples de Valmont, Saint-Aubin et Castelbrume.',
    producer: 'OpenDataFrance',
    licence: 'cc-by-sa-4.0',
    contentOn: '2023-03-07',
    address: 'https://video.exemple.fr/lire-une-carte-de-chaleur',
  },
  {
    key: 'especes',
    group: 'nature',
    by: 'ines-bouaziz',
    at: '2023-02-14T10:45:00+01:00',
    title: 'Observations d’espèces du système d’information de l’inventaire du patrimoine naturel',
    kind: 'dataset',
    description: 'À télécharger par commune pour commencer un inventaire avec ce qui est déjà connu.',
    producer: 'PatriNat',
    licence: 'etalab-2.0',
    address: 'https://openobs.mnhn.fr/',
  },
];

/** A collection of the demonstration, in its order. */
export const demoCollection = {
  group: 'chaleur',
  by: 'claire-oudin',
  at: '2023-03-10T09:00:00+01:00',
  name: 'Par où commencer',
  resources: ['scdl', 'schemas', 'validata', 'licence-ouverte'],
};
