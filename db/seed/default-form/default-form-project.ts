import { dataset } from '#shared/library/dataset/dataset.fr.ts';
import { ACCESS_STATUSES, PRODUCER_KINDS } from '#shared/library/dataset/dataset.ts';
import type { WrittenSections } from '#shared/programme/application/form.ts';
import { programmeSeason } from '../season.ts';

const producers = PRODUCER_KINDS.map((key) => ({ key, label: dataset.producerKinds[key] }));
const accesses = ACCESS_STATUSES.map((key) => ({ key, label: dataset.accessStatuses[key] }));
const themes = programmeSeason.themes.map(({ key, name }) => ({ key, label: name }));

/** What is to be done, with which data. */
export const projectSections: WrittenSections = [
  {
    key: 'projet',
    title: 'Thème et projet',
    fields: [
      {
        key: 'theme',
        label: 'Thème principal',
        kind: 'choice',
        isRequired: true,
        choices: themes,
        criterion: 1,
      },
      {
        key: 'themes_secondaires',
        label: 'Thèmes secondaires',
        kind: 'choices',
        isRequired: false,
        choices: themes,
      },
      { key: 'titre', label: 'Titre du projet', kind: 'text', isRequired: true, max: 120 },
      {
        key: 'problematique',
        label: 'Problème local à résoudre',
        kind: 'longText',
        isRequired: true,
        min: 400,
        max: 3000,
        criterion: 1,
      },
      {
        key: 'approche_innovante',
        label: 'Approche expérimentée et ce qu’elle change',
        kind: 'longText',
        isRequired: true,
        max: 5000,
        criterion: 1,
      },
      {
        key: 'type_service',
        label: 'Nature du service',
        kind: 'choices',
        isRequired: true,
        criterion: 1,
        choices: [
          { key: 'application', label: 'Application nouvelle' },
          { key: 'enrichissement', label: 'Enrichissement d’un service' },
          { key: 'diagnostic', label: 'Diagnostic territorial' },
          { key: 'aide_decision', label: 'Aide à la décision' },
          { key: 'bonne_pratique', label: 'Bonne pratique de publication' },
          { key: 'autre', label: 'Autre' },
        ],
      },
      {
        key: 'beneficiaires',
        label: 'Bénéficiaires',
        kind: 'choices',
        isRequired: true,
        choices: [
          { key: 'elus', label: 'Élus' },
          { key: 'agents', label: 'Agents' },
          { key: 'habitants', label: 'Habitants' },
          { key: 'entreprises', label: 'Entreprises' },
          { key: 'associations', label: 'Associations' },
        ],
      },
      {
        key: 'resultats_attendus',
        label: 'Résultats attendus et indicateurs',
        kind: 'longText',
        isRequired: true,
        max: 5000,
      },
    ],
  },
  {
    key: 'donnees',
    title: 'Données',
    fields: [
      {
        key: 'donnees',
        label: 'Données envisagées',
        help: 'Une ligne par jeu de données dont le projet a besoin.',
        kind: 'rows',
        isRequired: true,
        min: 1,
        max: 40,
        fields: [
          { key: 'nom', label: 'Nom du jeu de données', kind: 'text', isRequired: true, max: 200 },
          {
            key: 'type_producteur',
            label: 'Type de producteur',
            kind: 'choice',
            isRequired: true,
            choices: producers,
          },
          { key: 'statut', label: 'Accès', kind: 'choice', isRequired: true, choices: accesses },
          { key: 'disponible', label: 'Disponible aujourd’hui', kind: 'yesNo', isRequired: true },
        ],
      },
      {
        key: 'maturite_open_data',
        label: 'Maturité open data',
        kind: 'choice',
        isRequired: true,
        choices: [
          { key: 'aucune', label: 'Aucune publication' },
          { key: 'ponctuelle', label: 'Publications ponctuelles' },
          { key: 'portail_propre', label: 'Portail propre' },
          { key: 'portail_mutualise', label: 'Portail mutualisé' },
        ],
      },
      { key: 'url_portail', label: 'Adresse du portail', kind: 'url', isRequired: false },
      {
        key: 'atd',
        label: 'Animateur territorial des données connu',
        help: 'La structure de votre territoire qui aide les collectivités à publier leurs données.',
        kind: 'choice',
        isRequired: false,
        choices: [
          { key: 'aucun', label: 'Aucun à notre connaissance' },
          { key: 'region', label: 'La région' },
          { key: 'departement', label: 'Le département' },
          { key: 'syndicat', label: 'Un syndicat mixte ou un GIP' },
          { key: 'agence', label: 'Une agence d’urbanisme' },
          { key: 'autre', label: 'Une autre structure' },
        ],
      },
    ],
  },
];
