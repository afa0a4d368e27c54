import type { TypedDataset } from '#shared/library/dataset/dataset.ts';
import type { OrganisationKey } from './organisations.ts';
import type { PersonKey } from './people.ts';

/** A record of the demonstration, as its form would send it. */
export interface DemoDataset {
  readonly group: 'chaleur' | 'nature' | 'ruissellement';
  readonly by: PersonKey;
  readonly organisation: OrganisationKey;
  readonly at: string;
  readonly typed: TypedDataset;
  readonly distributions: readonly { readonly name: string; readonly url: string; readonly format: string }[];
  /** A file that was checked, with the schema of ours that it was checked against. */
  readonly check?: {
    readonly fileName: string;
    readonly schema: string;
    readonly at: string;
    readonly text: string;
  };
}

const base = {
  accessReason: '',
  accessNote: '',
  schemaName: '',
  schemaUrl: '',
  schemaVersion: '',
  yearFrom: '',
  yearTo: '',
} as const;

/** Trees as a city’s tool writes them, with what such files usually get wrong. */
const trees = [
  'id_arbre,code_insee,espece,annee_plantation,hauteur_m,circonference_cm,geo,date_releve',
  'VAL-0001,01004,Tilia cordata,1987,12.5,140,"-1.5536, 47.2184",2022-11-14',
  'VAL-0002,01004,Platanus x hispanica,1952,21,310,"-1.5541, 47.2187",2022-11-14',
  'VAL-0003,1004,Acer campestre,2004,7.2,68,"-1.5549, 47.2190",2022-11-14',
  'VAL-0004,01004,tilleul,1987,12.0,138,"-1.5552, 47.2191",2022-11-15',
  'VAL-0004,01004,Tilia cordata,1988,11.5,131,"-1.5556, 47.2193",2022-11-15',
  'VAL-0006,01004,Quercus robur,,18,,"-1.5560, 47.2195",15/11/2022',
  'VAL-0007,01004,Prunus avium,2011,"6,4",52,"47.2198, -1.5563",2022-11-15',
  'VAL-0008,01004,Fraxinus excelsior,1975,150,188,"-1.5570, 47.2201",2022-11-16',
  'VAL-0009,01004,Betula pendula,1999,9.8,77,"-1.5574, 47.2203",',
  'VAL-0010,01004,Tilia cordata,1987,12.1,139,"-1.5577, 47.2205",2022-11-16',
].join('\n');

/** Five data sets of three groups: what they have, what they wait for, and what they may not have. The cities are invented. */
export const demoDatasets: readonly DemoDataset[] = [
  {
    group: 'nature',
    by: 'julien-morel',
    organisation: 'valmont',
    at: '2023-02-20T10:00:00+01:00',
    typed: {
      ...base,
      title: 'Arbres d’alignement de Valmont-sur-Loire',
      description:
        'Les arbres des rues et des places, relevés à pied par le service de la nature en ville. Les arbres des parcs et ceux des particuliers n’y sont pas.',
      producerName: 'Valmont-sur-Loire, nature en ville',
      producerKind: 'public_local',
      accessStatus: 'candidate',
      accessNote:
        'Ouverture prévue en juin, après la reprise des coordonnées. Responsable : la mission données.',
      licence: 'etalab-2.0',
      frequency: 'annual',
      schemaName: 'Arbres d’alignement (modèle de Cordée)',
      schemaVersion: '1.0.0',
      territory: 'Valmont-sur-Loire',
      yearFrom: '2019',
      yearTo: '2022',
      contact: 'donnees@valmont-sur-loire.example',
      visibility: 'programme',
    },
    distributions: [],
    check: {
      fileName: 'arbres-valmont-2022.csv',
      schema: 'cordee-arbres',
      at: '2023-03-10T16:20:00+01:00',
      text: trees,
    },
  },
  {
    group: 'nature',
    by: 'ines-bouaziz',
    organisation: 'pont-ormeau',
    at: '2023-02-27T14:30:00+01:00',
    typed: {
      ...base,
      title: 'Observations naturalistes participatives',
      description:
        'Ce que les habitantes et les habitants signalent à l’association : oiseaux, papillons, plantes des pieds de murs.',
      producerName: 'Les Guetteurs de l’Ormeau (association)',
      producerKind: 'citoyens_associations',
      accessStatus: 'other',
      accessReason: 'convention',
      accessNote: 'Convention à signer avec l’association ; les espèces menacées sont floutées.',
      licence: 'none',
      frequency: 'irregular',
      territory: 'Pont-Ormeau et ses communes voisines',
      yearFrom: '2015',
      contact: 'ines.bouaziz@pont-ormeau.example',
      visibility: 'group',
    },
    distributions: [],
  },
  {
    group: 'chaleur',
    by: 'samira-benali',
    organisation: 'saint-aubin',
    at: '2023-03-02T09:15:00+01:00',
    typed: {
      ...base,
      title: 'Températures de l’air dans douze rues',
      description:
        'Douze capteurs posés à trois mètres du sol, une mesure tous les quarts d’heure, corrigée de l’ensoleillement.',
      producerName: 'Saint-Aubin-les-Marais et son université',
      producerKind: 'public_local',
      accessStatus: 'open',
      licence: 'ODbL-1.0',
      frequency: 'realtime',
      territory: 'Saint-Aubin-les-Marais, centre',
      yearFrom: '2021',
      contact: 'donnees@saint-aubin.example',
      visibility: 'programme',
    },
    distributions: [
      {
        name: 'Mesures de l’été 2022',
        url: 'https://donnees.saint-aubin.example/temperatures-2022.csv',
        format: 'CSV',
      },
      {
        name: 'Emplacement des capteurs',
        url: 'https://donnees.saint-aubin.example/capteurs.geojson',
        format: 'GeoJSON',
      },
    ],
  },
  {
    group: 'chaleur',
    by: 'claire-oudin',
    organisation: 'castelbrume',
    at: '2023-03-06T11:00:00+01:00',
    typed: {
      ...base,
      title: 'Consommation d’électricité par îlot',
      description: 'Pour croiser la chaleur des rues et l’usage de la climatisation.',
      producerName: 'Régie d’électricité de Castelbrume',
      producerKind: 'entreprise',
      accessStatus: 'closed_justified',
      accessReason: 'donnees_personnelles',
      accessNote:
        'Les îlots de moins de onze logements laisseraient deviner la consommation d’un foyer : une version regroupée est demandée.',
      licence: 'none',
      frequency: 'annual',
      territory: 'Castelbrume',
      contact: '',
      visibility: 'group',
    },
    distributions: [],
  },
  {
    group: 'ruissellement',
    by: 'mathilde-garnier',
    organisation: 'hautelande',
    at: '2023-03-08T15:45:00+01:00',
    typed: {
      ...base,
      title: 'Plan du réseau d’eaux pluviales',
      description:
        'Collecteurs, avaloirs et bassins, avec leurs diamètres. Sans lui, personne ne peut simuler où l’eau déborde.',
      producerName: 'Délégataire de l’eau de Hautelande',
      producerKind: 'entreprise',
      accessStatus: 'closed_unjustified',
      accessNote: 'Demandé deux fois au délégataire, sans réponse ; la saisine de la CADA est prête.',
      licence: 'none',
      frequency: 'unknown',
      territory: 'Hautelande Agglomération',
      contact: 'mathilde.garnier@hautelande.example',
      visibility: 'group',
    },
    distributions: [],
  },
];
