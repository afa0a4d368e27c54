import type { TableSchema } from './table-schema.ts';

type Field = Omit<TableSchema['fields'][number], 'format' | 'constraints'> &
  Partial<Pick<TableSchema['fields'][number], 'format' | 'constraints'>>;

function schema(name: string, title: string, fields: readonly Field[], primaryKey: string[]): TableSchema {
  return {
    name,
    title,
    version: '1.0.0',
    fields: fields.map((field) => ({ format: 'default', constraints: {}, ...field })),
    missingValues: [''],
    primaryKey,
  };
}

/**
 * Small schemas of our own, to begin with and for the demonstration: those of the national register come by their address or as
 * a file. Names and descriptions are data that people see in their files, so they are French.
 */
export const OWN_SCHEMAS: readonly TableSchema[] = [
  schema(
    'cordee-equipements',
    'Équipements publics (modèle de Cordée)',
    [
      { name: 'COLL_NOM', title: 'Nom de la collectivité', type: 'string', constraints: { required: true } },
      {
        name: 'COLL_SIRET',
        title: 'SIRET de la collectivité',
        type: 'string',
        constraints: { required: true, pattern: '\\d{14}' },
      },
      {
        name: 'EQUIP_UID',
        title: 'Identifiant de l’équipement',
        type: 'string',
        constraints: { required: true, maxLength: 40 },
      },
      {
        name: 'EQUIP_NOM',
        title: 'Nom de l’équipement',
        type: 'string',
        constraints: { required: true, minLength: 2 },
      },
      {
        name: 'EQUIP_TYPE',
        title: 'Type d’équipement',
        type: 'string',
        constraints: {
          required: true,
          enum: ['parc', 'école', 'gymnase', 'piscine', 'médiathèque', 'mairie', 'autre'],
        },
      },
      {
        name: 'CODE_INSEE',
        title: 'Code Insee de la commune',
        type: 'string',
        constraints: { required: true },
      },
      { name: 'ADRESSE', title: 'Adresse', type: 'string' },
      { name: 'EQUIP_LAT', title: 'Latitude', type: 'number', constraints: { minimum: -90, maximum: 90 } },
      { name: 'EQUIP_LON', title: 'Longitude', type: 'number', constraints: { minimum: -180, maximum: 180 } },
      { name: 'ACCES_PMR', title: 'Accessible à tous', type: 'boolean' },
      { name: 'DATE_MAJ', title: 'Date de mise à jour', type: 'date', constraints: { required: true } },
    ],
    ['EQUIP_UID'],
  ),
  schema(
    'cordee-arbres',
    'Arbres d’alignement (modèle de Cordée)',
    [
      {
        name: 'id_arbre',
        title: 'Identifiant de l’arbre',
        type: 'string',
        constraints: { required: true, unique: true },
      },
      {
        name: 'code_insee',
        title: 'Code Insee de la commune',
        type: 'string',
        constraints: { required: true },
      },
      {
        name: 'espece',
        title: 'Espèce, en latin',
        type: 'string',
        constraints: { required: true, pattern: '[A-Z][a-z]+ (?:x )?[a-z-]+.*' },
      },
      {
        name: 'annee_plantation',
        title: 'Année de plantation',
        type: 'year',
        constraints: { minimum: 1700 },
      },
      {
        name: 'hauteur_m',
        title: 'Hauteur, en mètres',
        type: 'number',
        constraints: { minimum: 0, maximum: 70 },
      },
      {
        name: 'circonference_cm',
        title: 'Circonférence du tronc, en centimètres',
        type: 'integer',
        constraints: { minimum: 1, maximum: 2000 },
      },
      { name: 'geo', title: 'Longitude, latitude', type: 'geopoint' },
      { name: 'date_releve', title: 'Date du relevé', type: 'date', constraints: { required: true } },
    ],
    [],
  ),
];
