import { query, segment, type Titled } from '../../kernel/address-parts.ts';

/** What the table of data needs was asked. */
export interface NeedsAddress {
  readonly theme?: string | undefined;
  readonly region?: string | undefined;
  readonly organisationId?: string | undefined;
  readonly importance?: string | undefined;
  readonly accessStatus?: string | undefined;
  readonly producerKind?: string | undefined;
  readonly day?: string | undefined;
  readonly page?: number | undefined;
}

function needsQuery(asked: NeedsAddress): string {
  return query({
    theme: asked.theme || undefined,
    region: asked.region || undefined,
    ville: asked.organisationId || undefined,
    importance: asked.importance || undefined,
    statut: asked.accessStatus || undefined,
    producteur: asked.producerKind || undefined,
    jour: asked.day || undefined,
    page: asked.page && asked.page > 1 ? asked.page : undefined,
  });
}

/** Addresses of data needs and standardisation tracks, part of `programmePaths`. */
export const needPaths = {
  experimentNeeds: (experiment: Titled) => `/experimentations/${segment(experiment)}/besoins`,
  newNeed: (experiment: Titled, wantedId?: string) =>
    `/experimentations/${segment(experiment)}/besoins/nouveau${query({ jeu: wantedId })}`,
  needsImport: (experiment: Titled) => `/experimentations/${segment(experiment)}/besoins/importer`,
  needsExport: (experiment: { readonly id: string }) => `/experimentations/${experiment.id}/besoins.csv`,
  programmeNeeds: (shown: NeedsAddress = {}) => `/donnees/besoins${needsQuery(shown)}`,
  programmeNeedsExport: (shown: NeedsAddress = {}) => `/donnees/besoins.csv${needsQuery(shown)}`,
  wantedDataset: (wanted: { readonly id: string; readonly name?: string }) =>
    `/donnees/besoins/${segment({ id: wanted.id, ...(wanted.name && { title: wanted.name }) })}`,
  tracks: () => '/donnees/standardisation',
  newTrack: () => '/donnees/standardisation/nouveau',
  track: (track: Titled) => `/donnees/standardisation/${segment(track)}`,
  trackEdit: (track: Titled) => `/donnees/standardisation/${segment(track)}/modifier`,
} as const;
