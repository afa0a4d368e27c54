import type { TypedDataNeed } from '#shared/library/need/data-need.ts';

/** How an experiment says that data are had: what a form would send of it. */
type Access = Pick<TypedDataNeed, 'accessStatus'> &
  Partial<Pick<TypedDataNeed, 'accessReason' | 'accessNote' | 'inCharge' | 'licence'>>;

/** What an experiment of the demonstration needs. */
export interface DemoNeed {
  /** Name in the list of wanted data sets. */
  readonly wanted: string;
  readonly isEssential: boolean;
  readonly access: Access;
  /** What it became later, and why. */
  readonly became?: Access & { readonly why: string };
  readonly comment?: string;
}

const open: Access = { accessStatus: 'open', licence: 'etalab-2.0' };

const inCharge = (service: string): Access => ({ accessStatus: 'candidate', inCharge: service });

/** By key of experiment. */
export const demoNeeds: Readonly<Record<string, readonly DemoNeed[]>> = {
  arbres: [
    {
      wanted: 'Inventaire des arbres urbains',
      isEssential: true,
      access: { accessStatus: 'candidate', inCharge: 'Service des espaces verts' },
      became: { ...open, why: 'La ville a publié son inventaire.' },
      comment: 'Essence, année de plantation et diamètre suffisent pour commencer.',
    },
    {
      wanted: 'Températures de l’air, stations locales',
      isEssential: true,
      access: { accessStatus: 'candidate', inCharge: 'Direction de l’environnement' },
    },
    { wanted: 'Occupation du sol à grande échelle (OCS GE)', isEssential: true, access: open },
    { wanted: 'Climat : données quotidiennes', isEssential: false, access: open },
    {
      wanted: 'Consommation d’eau par secteur',
      isEssential: false,
      access: { accessStatus: 'closed_justified', accessReason: 'propriete' },
    },
    {
      wanted: 'Observations participatives (sciences citoyennes)',
      isEssential: false,
      access: { accessStatus: 'other', accessReason: 'convention' },
    },
  ],
  crues: [
    { wanted: 'Hauteurs d’eau et vigilance crues', isEssential: true, access: open },
    { wanted: 'Plans de prévention des risques', isEssential: true, access: open },
    {
      wanted: 'Repères de crue',
      isEssential: false,
      access: { accessStatus: 'closed_unjustified' },
      became: { accessStatus: 'candidate', inCharge: 'Syndicat de rivière', why: 'Le syndicat a répondu.' },
    },
    {
      wanted: 'Plan communal de sauvegarde : enjeux recensés',
      isEssential: true,
      access: { accessStatus: 'closed_justified', accessReason: 'securite' },
    },
    {
      wanted: 'Personnes vulnérables (registre canicule)',
      isEssential: false,
      access: { accessStatus: 'closed_justified', accessReason: 'donnees_personnelles' },
    },
    {
      wanted: 'Sinistres assurés',
      isEssential: false,
      access: { accessStatus: 'other', accessReason: 'payante' },
    },
  ],
  sobriete: [
    {
      wanted: 'Éclairage extérieur',
      isEssential: true,
      access: {
        accessStatus: 'closed_unjustified',
        accessNote: 'Demande restée sans réponse depuis trois mois.',
      },
    },
    { wanted: 'Consommation d’énergie par adresse ou îlot', isEssential: true, access: open },
    {
      wanted: 'Températures de l’air, stations locales',
      isEssential: false,
      access: { accessStatus: 'closed_unjustified' },
    },
  ],
  nuit: [
    { wanted: 'Éclairage extérieur', isEssential: true, access: inCharge('Syndicat d’énergie') },
    { wanted: 'Atlas de la biodiversité communale (observations)', isEssential: true, access: open },
    { wanted: 'Continuités écologiques régionales', isEssential: false, access: open },
  ],
  argiles: [
    { wanted: 'Retrait-gonflement des argiles', isEssential: true, access: open },
    { wanted: 'Base adresse locale', isEssential: true, access: open },
    {
      wanted: 'Sinistres assurés',
      isEssential: false,
      access: { accessStatus: 'closed_justified', accessReason: 'propriete' },
    },
  ],
  chauffage: [
    { wanted: 'Équipements', isEssential: true, access: open },
    {
      wanted: 'Consommation d’énergie par adresse ou îlot',
      isEssential: true,
      access: inCharge('Direction du patrimoine'),
    },
  ],
  haies: [
    { wanted: 'Continuités écologiques régionales', isEssential: true, access: open },
    { wanted: 'Occupation du sol à grande échelle (OCS GE)', isEssential: true, access: open },
    {
      wanted: 'Observations participatives (sciences citoyennes)',
      isEssential: false,
      access: inCharge('Maison de la nature'),
    },
  ],
  cours: [
    { wanted: 'Occupation du sol à grande échelle (OCS GE)', isEssential: true, access: open },
    { wanted: 'Climat : données quotidiennes', isEssential: true, access: open },
    { wanted: 'Équipements', isEssential: false, access: open },
  ],
  ecoles: [
    { wanted: 'Équipements', isEssential: true, access: open },
    {
      wanted: 'Températures de l’air, stations locales',
      isEssential: true,
      access: inCharge('Service des écoles'),
    },
    { wanted: 'Diagnostics de performance énergétique', isEssential: false, access: open },
  ],
  velos: [
    { wanted: 'Base adresse locale', isEssential: false, access: open },
    { wanted: 'Équipements', isEssential: true, access: open },
  ],
};
