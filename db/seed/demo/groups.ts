import type { GroupRole } from '#shared/kernel/access/access.ts';
import type { ThemeKey } from '#shared/people/group/theme.ts';
import type { Joining } from '#shared/people/member/joining.ts';
import type { OrganisationKey } from './organisations.ts';
import type { PersonKey } from './people.ts';

export type GroupKey = 'chaleur' | 'nature' | 'ruissellement';

interface DemoMember {
  readonly person: PersonKey;
  readonly role: GroupRole;
  /** Last day of the role (ISO date), for consultants. */
  readonly until?: string;
  /** The city that a consultant works for. */
  readonly city?: OrganisationKey;
}

export interface DemoGroup {
  readonly key: GroupKey;
  readonly theme: ThemeKey;
  readonly name: string;
  /** One sentence: what the group is for. */
  readonly purpose: string;
  /** Who may ask to join; nobody when absent. */
  readonly joining?: Joining;
  /** ISO date and time. */
  readonly createdAt: string;
  readonly members: readonly DemoMember[];
  /** Organisations whose people inherit the role. */
  readonly organisations: readonly { readonly organisation: OrganisationKey; readonly role: GroupRole }[];
}

/**
 * The first group is the one of the outside contract: its accounts are members in their own name, and none of them gets
 * a role through an organisation, so that changing or removing one membership really changes what the account may do.
 */
export const demoGroups: readonly DemoGroup[] = [
  {
    key: 'chaleur',
    theme: 'transition',
    name: 'Îlots de chaleur et confort d’été',
    purpose:
      'Trois villes et une agglomération mesurent la chaleur de leurs rues et choisissent où rafraîchir en premier.',
    createdAt: '2022-11-07T09:00:00+01:00',
    members: [
      { person: 'claire-oudin', role: 'facilitator' },
      { person: 'nadia-ferrand', role: 'contributor' },
      { person: 'julien-morel', role: 'contributor' },
      { person: 'yann-le-goff', role: 'contributor' },
      { person: 'samira-benali', role: 'contributor' },
      { person: 'marc-delattre', role: 'reviewer' },
      { person: 'etienne-vidal', role: 'observer' },
    ],
    organisations: [
      { organisation: 'castelbrume', role: 'contributor' },
      { organisation: 'hautelande', role: 'contributor' },
    ],
  },
  {
    key: 'nature',
    joining: 'programme',
    theme: 'biodiversite',
    name: 'Nature en ville',
    purpose: 'Quatre villes apprennent à choisir, planter et suivre leurs arbres avec des données communes.',
    createdAt: '2022-11-08T09:00:00+01:00',
    members: [
      { person: 'claire-oudin', role: 'facilitator' },
      { person: 'nadia-ferrand', role: 'contributor' },
      { person: 'julien-morel', role: 'contributor' },
      { person: 'thomas-ricard', role: 'contributor' },
      { person: 'lea-pons', role: 'contributor' },
      { person: 'marc-delattre', role: 'reviewer' },
      { person: 'camille-roche', role: 'consultant', until: '2023-09-30', city: 'valmont' },
    ],
    organisations: [
      { organisation: 'saint-aubin', role: 'contributor' },
      { organisation: 'pont-ormeau', role: 'contributor' },
    ],
  },
  {
    key: 'ruissellement',
    joining: 'programme',
    theme: 'risques',
    name: 'Risques d’inondation et ruissellement',
    purpose:
      'Deux villes et leur agglomération rassemblent ce que l’on sait des crues et de l’eau qui court dans les rues.',
    createdAt: '2022-11-14T09:00:00+01:00',
    members: [
      { person: 'claire-oudin', role: 'facilitator' },
      { person: 'marc-delattre', role: 'reviewer' },
      { person: 'etienne-vidal', role: 'observer' },
    ],
    organisations: [
      { organisation: 'saint-aubin', role: 'contributor' },
      { organisation: 'castelbrume', role: 'contributor' },
      { organisation: 'hautelande', role: 'contributor' },
    ],
  },
];
