import { query, segment, type Titled } from '../../kernel/address-parts.ts';

/** Addresses of thematic dossiers, inside and outside. */
export const dossierPaths = {
  dossiers: () => '/dossiers-thematiques',
  dossier: (dossier: Titled) => `/dossiers-thematiques/${segment(dossier)}`,
  publicDossiers: (page = 1) => `/dossiers${query({ page: page > 1 ? page : undefined })}`,
  publicDossier: (address: string) => `/dossiers/${address}`,
  /** What stands for it where its address is shared. */
  picture: (address: string) => `/dossiers/${address}/image.png`,
} as const;
