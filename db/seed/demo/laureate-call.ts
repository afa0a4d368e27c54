import { type Answers, Form } from '#shared/programme/application/form.ts';
import { ideaCall } from './idea-call.ts';
import type { OrganisationKey } from './organisations.ts';
import type { PersonKey } from './people.ts';

/** A city that was selected: what it submitted, and what it has written since of what is asked of laureates. */
interface DemoLaureate {
  readonly number: string;
  readonly organisation: OrganisationKey;
  readonly by: PersonKey;
  readonly answers: Answers & { readonly titre: string };
  readonly complement: Answers;
  readonly isHandedIn: boolean;
}

const askedOf = 'selected';

/** [AP15] A light call that is announced: what is asked of its laureates takes a minute, so that it can be tried to its end. */
export const laureateCall = {
  title: 'Appel à idées : l’eau en ville (exemple)',
  form: Form.parse({
    rules: [],
    sections: [
      ...ideaCall.form.sections,
      {
        key: 'suite',
        title: 'La mise en route',
        fields: [
          {
            key: 'organisation_interne',
            label: 'Qui porte le projet, service par service',
            kind: 'longText',
            isRequired: true,
            max: 3_000,
            askedOf,
          },
          { key: 'temps_agent', label: 'Jours par mois', kind: 'number', isRequired: true, min: 0, askedOf },
          { key: 'demarrage', label: 'Premier jour envisagé', kind: 'date', isRequired: true, askedOf },
          {
            key: 'appui',
            label: 'Vous attendez un appui extérieur',
            kind: 'yesNo',
            isRequired: true,
            askedOf,
          },
          {
            key: 'appui_attendu',
            label: 'L’appui attendu',
            kind: 'longText',
            isRequired: true,
            max: 1_000,
            onlyIf: 'appui',
            askedOf,
          },
        ],
      },
    ],
  }),
};

const said = { theme: 'transition', partage: true };

export const demoLaureates: readonly DemoLaureate[] = [
  {
    number: 'EAU-EXEMPLE-0001',
    organisation: 'valmont',
    by: 'nadia-ferrand',
    answers: {
      ...said,
      titre: 'Arroser au bon endroit',
      problematique:
        'Les massifs sont arrosés à heure fixe, qu’il ait plu ou non ; l’été dernier, l’eau a manqué.',
      courriel: 'eau@valmont.example',
    },
    complement: {
      organisation_interne: 'Le service des espaces verts, avec la géomatique un jour par semaine.',
      temps_agent: 6,
    },
    isHandedIn: false,
  },
  {
    number: 'EAU-EXEMPLE-0002',
    organisation: 'saint-aubin',
    by: 'yann-le-goff',
    answers: {
      ...said,
      theme: 'risques',
      titre: 'Suivre les fuites du réseau',
      problematique: 'Un litre sur cinq se perd avant le robinet, et personne ne sait dans quelle rue.',
      courriel: 'eau@saint-aubin.example',
    },
    complement: {
      organisation_interne: 'La régie de l’eau et une cheffe de projet données à mi-temps.',
      temps_agent: 8,
      demarrage: '2023-09-04',
      appui: false,
    },
    isHandedIn: true,
  },
];
