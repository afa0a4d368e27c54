import { query, segment, type Titled } from '../../kernel/address-parts.ts';

/** Addresses of missions, local challenges and the network of ATD; part of `programmePaths`. */
export const missionPaths = {
  missions: (search = '') => `/missions${search}`,
  missionsExport: (search = '') => `/missions.csv${search}`,
  newMission: (chosen: { experiment?: string; firm?: string } = {}) =>
    `/missions/nouvelle${query({ experimentation: chosen.experiment, cabinet: chosen.firm })}`,
  mission: (mission: Titled, shown: { day?: string } = {}) =>
    `/missions/${segment(mission)}${query({ jour: shown.day })}`,
  /** What was handed over as a deliverable, to the byte. */
  missionDelivery: (mission: { readonly id: string }, deliveryId: string) =>
    `/missions/${mission.id}/remises/${deliveryId}`,
  localIssues: (shown: { text?: string; theme?: string; city?: string; page?: number } = {}) =>
    `/problematiques${query({
      texte: shown.text || undefined,
      theme: shown.theme || undefined,
      ville: shown.city || undefined,
      page: shown.page && shown.page > 1 ? shown.page : undefined,
    })}`,
  newLocalIssue: () => '/problematiques/nouvelle',
  /** Interviews and watch notes of one's city. */
  /** What cities heard and read; at one interview or note of it. */
  heard: (at?: string) => `/problematiques/ecoute${at ? `#${at}` : ''}`,
  localIssue: (issue: Titled) => `/problematiques/${segment(issue)}`,
  localIssueEdit: (issue: Titled) => `/problematiques/${segment(issue)}/modifier`,
  facilitators: () => '/atd',
  newFacilitator: () => '/atd/nouvelle',
  facilitatorsImport: () => '/atd/importer',
  facilitator: (structure: Titled) => `/atd/${segment(structure)}`,
  facilitatorEdit: (structure: Titled) => `/atd/${segment(structure)}/modifier`,
} as const;
