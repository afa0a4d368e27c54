import { segment, type Titled } from '../../kernel/address-parts.ts';

/** Addresses of thematic dossiers, inside and outside. */
export const dossierPaths = {
  dossiers: () => '/dossiers-thematiques',
  dossier: (dossier: Titled) => `/dossiers-thematiques/${segment(dossier)}`,
  publicDossiers: () => '/dossiers',
  publicDossier: (address: string) => `/dossiers/${address}`,
} as const;
