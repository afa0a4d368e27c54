import type { ApplicationEdit } from '#shared/programme/application/application-doc.ts';
import { Form } from '#shared/programme/application/form.ts';
import type { OrganisationKey } from './organisations.ts';
import type { PersonKey } from './people.ts';

/** A light call beside the programme’s: an idea in a page, without the proofs that a real commune has to give. */
export const ideaCall = {
  title: 'Appel à idées : fraîcheur et arbres en ville (exemple)',
  presentation:
    'Une page suffit : le problème, l’idée, et qui s’y met. Les idées retenues sont travaillées dans les groupes.\n\nPlusieurs villes peuvent proposer une idée ensemble.',
  form: Form.parse({
    rules: [],
    sections: [
      {
        key: 'idee',
        title: 'L’idée',
        fields: [
          { key: 'titre', label: 'Titre du projet', kind: 'text', isRequired: true, max: 120 },
          {
            key: 'theme',
            label: 'Thème',
            kind: 'choice',
            isRequired: true,
            choices: [
              { key: 'transition', label: 'Transition environnementale' },
              { key: 'biodiversite', label: 'Biodiversité' },
              { key: 'risques', label: 'Risques naturels' },
            ],
          },
          {
            key: 'problematique',
            label: 'Problème local à résoudre',
            help: 'Ce que vivent les habitants ou les services, en quelques phrases.',
            kind: 'longText',
            isRequired: true,
            min: 40,
            max: 3_000,
            criterion: 1,
          },
          {
            key: 'donnees',
            label: 'Données dont vous disposez',
            kind: 'choices',
            isRequired: false,
            choices: [
              { key: 'arbres', label: 'Inventaire des arbres' },
              { key: 'temperatures', label: 'Relevés de température' },
              { key: 'sols', label: 'Nature des sols' },
            ],
          },
        ],
      },
      {
        key: 'equipe',
        title: 'L’équipe',
        fields: [
          { key: 'courriel', label: 'Adresse électronique à joindre', kind: 'email', isRequired: true },
          {
            key: 'partenaires',
            label: 'Partenaires',
            kind: 'rows',
            isRequired: false,
            max: 10,
            fields: [
              { key: 'nom', label: 'Nom', kind: 'text', isRequired: true, max: 200 },
              { key: 'role', label: 'Rôle', kind: 'text', isRequired: false, max: 200 },
            ],
          },
          {
            key: 'lettre',
            label: 'Lettre d’engagement',
            kind: 'file',
            isRequired: false,
            formats: ['pdf', 'odt'],
            max: 10,
          },
          {
            key: 'partage',
            label: 'Partager la méthode et les résultats avec les autres villes',
            kind: 'commitment',
            isRequired: true,
          },
        ],
      },
    ],
  }),
};

interface DemoApplication {
  readonly organisation: OrganisationKey;
  readonly by: PersonKey;
  readonly isSubmitted: boolean;
  readonly answers: readonly ApplicationEdit[];
}

const text = (address: string, words: string): ApplicationEdit => ({ kind: 'text', address, text: words });
const value = (address: string, stored: string | true): ApplicationEdit => ({
  kind: 'value',
  address,
  value: stored,
});

/** Two that are still being written, and one that was submitted; of cities that do not exist. */
export const demoApplications: readonly DemoApplication[] = [
  {
    organisation: 'valmont',
    by: 'nadia-ferrand',
    isSubmitted: false,
    answers: [
      text('titre', 'Des cours d’école fraîches, choisies par la donnée'),
      value('theme', 'transition'),
      text(
        'problematique',
        'Deux cours d’école sur trois dépassent 35 °C en juin. Nous voulons savoir lesquelles planter d’abord, et avec quoi.',
      ),
      value('donnees#arbres', true),
      value('donnees#temperatures', true),
    ],
  },
  {
    organisation: 'saint-aubin',
    by: 'yann-le-goff',
    isSubmitted: true,
    answers: [
      text('titre', 'Suivre les arbres replantés après la tempête'),
      value('theme', 'biodiversite'),
      text(
        'problematique',
        'Nous replantons quatre cents arbres sans savoir lesquels tiennent leur premier été. Un suivi partagé avec les habitants le dirait.',
      ),
      value('donnees#arbres', true),
      value('courriel', 'arbres@saint-aubin.example'),
      value('partage', true),
    ],
  },
  {
    organisation: 'clairvigne',
    by: 'aurelie-vasseur',
    isSubmitted: false,
    answers: [
      text('titre', 'Un parcours d’ombre de la gare à la halle'),
      value('theme', 'transition'),
      text(
        'problematique',
        'Le samedi, mille personnes vont à pied au marché, en plein soleil sur six cents mètres.',
      ),
    ],
  },
];
