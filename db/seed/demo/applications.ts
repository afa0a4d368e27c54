import type { OrganisationKey } from './organisations.ts';
import type { PersonKey } from './people.ts';

/** An application of an invented city, as it was submitted. Written for the demonstration. */
export interface DemoApplication {
  readonly number: string;
  readonly organisation: OrganisationKey;
  readonly by: PersonKey;
  readonly answers: {
    readonly titre: string;
    readonly theme: string;
    readonly problematique: string;
    readonly approche_innovante: string;
    readonly experiences: string;
    readonly organisation_interne: string;
    readonly modalites_partage: string;
    /** [CA15] Whether the project may be named if it is selected. */
    readonly consentement_publication: boolean;
    readonly calendrier: { readonly from: string; readonly to: string };
    readonly donnees: readonly {
      readonly id: string;
      readonly nom: string;
      readonly type_producteur: string;
      readonly statut: string;
    }[];
  };
  readonly isLate?: boolean;
}

const calendrier = { from: '2023-09-04', to: '2024-04-30' };

export const demoApplications: readonly DemoApplication[] = [
  {
    number: 'EXEMPLE-0001',
    organisation: 'valmont',
    by: 'nadia-ferrand',
    answers: {
      titre: 'Choisir les arbres de demain',
      theme: 'biodiversite',
      problematique:
        'Un arbre planté sur cinq meurt avant sa troisième année. Le service choisit les essences par habitude, faute de relier le sol, l’eau et la chaleur de chaque rue.',
      approche_innovante:
        'Croiser l’inventaire du patrimoine arboré, les sols et les relevés de température pour proposer, rue par rue, trois essences qui tiendront.',
      experiences: 'Un inventaire de 8 000 arbres, tenu depuis quatre ans par le service des espaces verts.',
      organisation_interne:
        'Le service des espaces verts et la géomatique, deux jours par semaine, avec un comité technique mensuel.',
      modalites_partage: 'Le jeu de données est publié, la méthode est écrite avec deux autres villes.',
      consentement_publication: true,
      calendrier,
      donnees: [
        { id: 'a', nom: 'Inventaire des arbres', type_producteur: 'public_local', statut: 'candidate' },
        { id: 'b', nom: 'Carte des sols', type_producteur: 'public_national', statut: 'open' },
      ],
    },
  },
  {
    number: 'EXEMPLE-0002',
    organisation: 'saint-aubin',
    by: 'yann-le-goff',
    answers: {
      titre: 'Prévenir la montée des marais',
      theme: 'risques',
      problematique:
        'Trois quartiers s’inondent par la nappe, sans que la rivière déborde. Les habitants l’apprennent par leur cave.',
      approche_innovante:
        'Relier les sondes de l’agglomération, la pluie annoncée et les appels des habitants pour prévenir deux jours avant.',
      experiences: 'Aucun retour capitalisé ; un stage a montré que les sondes suffisent.',
      organisation_interne: 'Le service des risques et une cheffe de projet données à mi-temps.',
      modalites_partage: 'Un atelier ouvert aux villes voisines, et les relevés publiés chaque jour.',
      consentement_publication: false,
      calendrier,
      donnees: [
        { id: 'a', nom: 'Niveaux de la nappe', type_producteur: 'parapublic', statut: 'closed_unjustified' },
      ],
    },
  },
  {
    number: 'EXEMPLE-0003',
    organisation: 'pont-ormeau',
    by: 'ines-bouaziz',
    isLate: true,
    answers: {
      titre: 'Des cours d’école fraîches',
      theme: 'transition',
      problematique: 'En juin, six cours sur neuf passent quarante degrés à midi.',
      approche_innovante:
        'Mesurer avant et après chaque plantation, avec les élèves, et publier les relevés.',
      experiences: 'Une cour rénovée il y a deux ans, sans mesure.',
      organisation_interne: 'La direction de l’éducation, appuyée par l’agglomération.',
      modalites_partage: 'Une fiche par cour, en licence ouverte.',
      consentement_publication: true,
      calendrier,
      donnees: [],
    },
  },
];
