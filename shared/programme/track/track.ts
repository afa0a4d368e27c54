import { fail, ok, type Result } from '../../kernel/result.ts';
import { parseTitle } from '../../kernel/title.ts';
import type { TrackError } from './track-errors.ts';

/** Where the work on a schema stands; `abandoned` is out of the line. */
export const TRACK_PHASES = [
  'investigation',
  'construction',
  'publication',
  'maintenance',
  'abandoned',
] as const;
export type TrackPhase = (typeof TRACK_PHASES)[number];

/** What concerns a track can be: texts, wanted datasets, records, people, organisations. */
export const TRACK_LINKS = ['document', 'wanted', 'dataset', 'person', 'organisation'] as const;
export type TrackLink = (typeof TRACK_LINKS)[number];

/** A page that held more of a kind would help nobody. */
export const TRACK_LINKS_MAX = 100;

/** What a track says. */
export interface TrackFields {
  readonly title: string;
  readonly purpose: string;
  readonly schemaName: string;
  readonly isForCommonCore: boolean;
}
export type TypedTrack = Readonly<Record<'title' | 'purpose' | 'schemaName' | 'isForCommonCore', string>>;
export type TrackFaults = Readonly<Partial<Record<keyof TrackFields, TrackError>>>;

/** [ST1] Reads what a form says of a track: everything that is wrong, by field, or the track. */
export function parseTrack(
  typed: TypedTrack,
): { readonly fields: TrackFields } | { readonly faults: TrackFaults } {
  const title = parseTitle(typed.title);
  const purpose = typed.purpose.trim();
  const schemaName = typed.schemaName.trim();
  const faults: Partial<Record<keyof TrackFields, TrackError>> = {};
  if (!title.ok) faults.title = 'track.titleInvalid';
  if (purpose.length > 5_000) faults.purpose = 'track.purposeTooLong';
  if (schemaName !== '' && !isSchemaName(schemaName)) faults.schemaName = 'track.schemaInvalid';
  if (!title.ok || Object.keys(faults).length > 0) return { faults };
  return {
    fields: { title: title.value, purpose, schemaName, isForCommonCore: typed.isForCommonCore === 'oui' },
  };
}

/** [ST1] A name of the national register: who publishes it, a slash, the schema (`scdl/equipements`). */
export function isSchemaName(text: string): boolean {
  return text.length <= 120 && /^[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*){1,2}$/.test(text);
}

/** The page of a schema on the site of the national register. */
export function schemaAddress(name: string): string {
  return `https://schema.data.gouv.fr/${name}/`;
}

/** [ST2] Whether a track may go from one phase to another: going back and giving up want a reason. */
export function movePhase(
  from: TrackPhase,
  to: TrackPhase,
  why: string,
): Result<void, 'track.phaseSame' | 'track.whyMissing'> {
  if (from === to) return fail('track.phaseSame');
  const isForward = to !== 'abandoned' && TRACK_PHASES.indexOf(to) > TRACK_PHASES.indexOf(from);
  return isForward || why.trim() !== '' ? ok() : fail('track.whyMissing');
}
