import { query, segment, type Titled } from '../kernel/address-parts.ts';
import { needPaths } from '../library/need/need-paths.ts';
import { assessmentPaths } from './assessment/assessment-paths.ts';
import { missionPaths } from './mission/mission-paths.ts';

/** What a list of experiments was asked. */
export interface ExperimentAddress {
  readonly query?: string | null;
  readonly theme?: string | null;
  readonly state?: string | null;
  readonly organisationId?: string | null;
  readonly regionCode?: string | null;
  readonly page?: number;
}

function experimentQuery(asked: ExperimentAddress): string {
  return query({
    texte: asked.query || undefined,
    theme: asked.theme || undefined,
    etat: asked.state || undefined,
    organisme: asked.organisationId || undefined,
    region: asked.regionCode || undefined,
    page: asked.page && asked.page > 1 ? asked.page : undefined,
  });
}
/** [PI3] What of the programme a page of steering shows; today, all of it and the latest season without. */
export interface SteeringAddress {
  readonly season?: string | number | undefined;
  readonly theme?: string | undefined;
  readonly region?: string | undefined;
  readonly department?: string | undefined;
  readonly day?: string | undefined;
}

const steeringQuery = (
  { season, theme, region, department, day }: SteeringAddress,
  more: Readonly<Record<string, string | undefined>> = {},
) =>
  query({
    saison: season || undefined,
    theme: theme || undefined,
    region: region || undefined,
    departement: department || undefined,
    date: day || undefined,
    ...more,
  });

/** Addresses of calls, applications, experiments, data needs, missions and their steering: `paths` has the others. */
export const programmePaths = {
  experiments: (filter: ExperimentAddress = {}) => `/experimentations${experimentQuery(filter)}`,
  experimentsExport: (filter: ExperimentAddress = {}) => `/experimentations.csv${experimentQuery(filter)}`,
  newExperiment: () => '/experimentations/nouvelle',
  experiment: (experiment: Titled) => `/experimentations/${segment(experiment)}`,
  experimentMilestones: (experiment: Titled) => `/experimentations/${segment(experiment)}/jalons`,
  experimentMilestonesExport: (experiment: Titled) =>
    `/experimentations/${experiment.id}/fichiers/jalons.csv`,
  experimentLog: (experiment: Titled, month?: string) =>
    `/experimentations/${segment(experiment)}/journal${query({ mois: month })}`,
  experimentEffortExport: (experiment: Titled) => `/experimentations/${experiment.id}/fichiers/effort.csv`,
  experimentIndicators: (experiment: Titled) => `/experimentations/${segment(experiment)}/indicateurs`,
  experimentIndicatorsExport: (experiment: Titled) =>
    `/experimentations/${experiment.id}/fichiers/indicateurs.csv`,
  experimentEvaluation: (experiment: Titled, version?: number) =>
    `/experimentations/${segment(experiment)}/evaluation${query({ version })}`,
  /** What is said of a month of the log, `log:2023-03`, or of a part of the evaluation, `evaluation:data`. */
  experimentComment: (experiment: Titled, subject: string) =>
    `/experimentations/${segment(experiment)}/${subject.startsWith('log:') ? 'journal' : 'evaluation'}#said-${subject}`,
  experimentMission: (experiment: Titled) => `/experimentations/${segment(experiment)}/mission`,
  experimentSettings: (experiment: Titled) => `/experimentations/${segment(experiment)}/reglages`,
  applications: (shown: { call?: string } = {}) => `/candidatures${query({ appel: shown.call })}`,
  application: (application: Titled) => `/candidatures/${segment(application)}`,
  applicationsExport: (callId: string) => `/candidatures/export.csv${query({ appel: callId })}`,
  applicationFiles: (application: Titled, address: string) =>
    `/candidatures/${application.id}/fichiers${query({ champ: address })}`,
  applicationFile: (application: Titled, fileId: string) =>
    `/candidatures/${application.id}/fichiers/${fileId}`,
  applicationReceipt: (application: Titled) => `/candidatures/${application.id}/accuse.pdf`,
  /** A call, public. */
  /** The calls, for anybody. */
  calls: (page = 1) => `/appels${query({ page: page > 1 ? page : undefined })}`,
  call: (call: Titled) => `/appels/${segment(call)}`,
  /** [AP14] Where a city answers it, without account; `place` is the commune that was chosen. */
  apply: (call: Titled, { place, edit }: { place?: string | undefined; edit?: boolean } = {}) =>
    `/appels/${segment(call)}/candidater${query({ lieu: place, adresse: edit ? 'modifier' : undefined })}`,
  newApplication: (callId?: string) => `/candidatures/nouvelle${query({ appel: callId })}`,
  administrationCalls: () => '/administration/appels',
  newCall: () => '/administration/appels/nouveau',
  administrationCall: (call: Titled) => `/administration/appels/${segment(call)}`,
  callForm: (call: Titled) => `/administration/appels/${segment(call)}/formulaire`,
  callFormField: (call: Titled, { key, block }: { key: string; block?: string | undefined }) =>
    `/administration/appels/${segment(call)}/formulaire/questions/${block ? `${block}.${key}` : key}`,
  callFormPreview: (call: Titled) => `/administration/appels/${segment(call)}/formulaire/apercu`,
  administrationSeasons: () => '/administration/saisons',
  steering: (shown: SteeringAddress = {}) => `/pilotage${steeringQuery(shown)}`,
  /** What one of its figures counts. */
  steeringList: (
    list: string,
    shown: SteeringAddress = {},
    more: { state?: string | undefined; producer?: string | undefined; access?: string | undefined } = {},
  ) =>
    `/pilotage/${list}${steeringQuery(shown, { etat: more.state, producteur: more.producer, acces: more.access })}`,
  steeringExport: (format: string, shown: SteeringAddress = {}, part?: string) =>
    `/pilotage.${format}${steeringQuery(shown, { partie: part })}`,
  administrationTargets: () => '/administration/cibles',
  ...needPaths,
  ...missionPaths,
  ...assessmentPaths,
} as const;
