import type { InterviewFields } from '#shared/publication/interview/published-interview.ts';
import { b, callout, h2, p } from '../builders/prose.ts';
import type { DemoDocument } from './demo-document.ts';

/** Who is interviewed in it. */
export const demoInterviewPerson: InterviewFields = {
  personName: 'Rachid Amrani (exemple)',
  personRole: 'Chef d’équipe des jardiniers',
  organisation: 'Valmont-sur-Loire',
  hook: 'Vingt ans d’arrosage tiennent dans des cahiers : un chef d’équipe raconte comment ils sont devenus une carte.',
};

export const demoInterview: DemoDocument = {
  key: 'entretien-jardinier',
  group: 'nature',
  title: 'Les cahiers d’arrosage de Rachid Amrani',
  authors: ['nadia-ferrand'],
  createdAt: '2023-03-01T09:00:00+01:00',
  updatedAt: '2023-03-08T16:00:00+01:00',
  sections: [
    {
      by: 'nadia-ferrand',
      nodes: [
        callout(
          'example',
          'La personne, la ville et les chiffres de cet entretien sont inventés pour la démonstration.',
        ),
        h2('Des cahiers, pas des données'),
        p(b('Que notiez-vous dans ces cahiers ?')),
        p(
          'La rue, l’arbre, le nombre de seaux, et s’il avait soif le lendemain. Je ne savais pas que c’étaient des données : pour nous, c’était de quoi ne pas arroser deux fois.',
        ),
        p(b('Qui les a lus en premier ?')),
        p(
          'Le géomaticien. Il cherchait des mesures de chaleur, et je lui ai montré les rues où trois seaux ne suffisent pas. C’étaient les mêmes.',
        ),
        h2('Ce que la carte a changé'),
        p(
          'Nous commençons la tournée par le sud, plus tôt. Deux équipes se partagent les rues d’après la carte, et le soir nous la corrigeons : un arbre mort, un arbre planté, une borne qui fuit.',
        ),
        p(b('Que diriez-vous à une autre ville ?')),
        p('De demander aux jardiniers ce qu’ils notent avant d’acheter des capteurs.'),
      ],
    },
  ],
};
