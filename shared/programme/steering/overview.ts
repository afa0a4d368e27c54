import type { AccessStatus, ProducerKind } from '../../library/dataset/dataset.ts';
import type { ThemeKey } from '../../people/group/theme.ts';
import type { SynthesisProgress } from '../../publication/synthesis/progress.ts';
import type { ExperimentState } from '../experiment/experiment.ts';
import type { Indicator, OpennessTarget, Standing } from './openness.ts';
import type { LateSignal } from './signals.ts';

interface Place {
  readonly code: string;
  readonly name: string;
}

/** A department of the register with what the programme has there. */
export interface DepartmentCount extends Place {
  readonly region: Place;
  readonly communes: number;
  readonly agreements: number;
}

export interface CityCounts {
  readonly communes: number;
  readonly agreements: number;
  readonly regions: number;
  readonly departments: number;
}

/** A commune that is counted. */
export interface CountedCity extends Place {
  readonly department: Place;
  readonly agreement: { readonly id: string; readonly name: string; readonly signedOn: string | null };
}

/** An experiment as it stood at the end of the day. */
export interface SteeredExperiment {
  readonly id: string;
  readonly title: string;
  readonly theme: { readonly key: ThemeKey; readonly name: string };
  readonly state: ExperimentState;
  readonly endsOn: string | null;
  /** Whoever leads it; null when nobody does. */
  readonly lead: string | null;
}

/** A document that waited for somebody’s answer that day. */
export interface DocumentInReview {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  /** Minutes that were submitted, a review round that was open, or a text with suggestions. */
  readonly kind: 'minutes' | 'round' | 'suggestions';
  /** Of minutes, their meeting. */
  readonly meetingId: string | null;
  /** The round, when it is one. */
  readonly roundId: string | null;
  readonly suggestions: number;
  readonly since: Date;
}

/** A text that was approved by that day. */
export interface ApprovedDocument {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly meetingId: string;
  readonly approvedAt: Date;
}

/** A part of a whole. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** [PI7] One measure of openness beside what is wanted. */
export interface OpennessMeasure extends Share {
  readonly indicator: Indicator;
  readonly percent: number | null;
  readonly target: OpennessTarget | null;
  readonly standing: Standing;
}

/** How many experiments of a theme stood in each state. */
export interface ThemeCount {
  readonly key: ThemeKey;
  readonly name: string;
  readonly states: Readonly<Record<ExperimentState, number>>;
  readonly total: number;
}

/** How many data needs stood in one cell; cells without any are not told. */
export interface NeedCell {
  readonly producer: ProducerKind;
  readonly access: AccessStatus;
  readonly count: number;
}

/** A data need as it stood that day. */
export interface SteeredNeed {
  readonly id: string;
  readonly wanted: string;
  readonly experiment: { readonly id: string; readonly title: string };
  readonly producer: ProducerKind;
  readonly access: AccessStatus;
}

/** What a mission had been granted and had consumed that day, in days. */
export interface SteeredMission {
  readonly id: string;
  readonly title: string;
  readonly firm: string;
  readonly granted: number;
  readonly used: number;
}

/** [SY5] How far the synthesis of the season had come that day. */
export interface SteeredSynthesis {
  readonly title: string;
  /** When it was due, as it was wanted that day. */
  readonly dueOn: string;
  readonly progress: SynthesisProgress;
}

/** The first lines of a list, and how many it has. */
export interface FirstOf<Line> {
  readonly first: readonly Line[];
  readonly total: number;
}

export function firstOf<Line>(lines: readonly Line[], count: number): FirstOf<Line> {
  return { first: lines.slice(0, count), total: lines.length };
}

/** [PI1] Everything that the page of steering shows of one day. */
export interface SteeringOverview {
  readonly cities: CityCounts;
  readonly departments: readonly DepartmentCount[];
  readonly themes: readonly ThemeCount[];
  readonly needs: readonly NeedCell[];
  readonly missions: readonly SteeredMission[];
  readonly signals: readonly LateSignal[];
  readonly inReview: readonly DocumentInReview[];
  readonly approved: number;
  readonly openness: readonly OpennessMeasure[];
  /** Null on a day on which it was not begun. */
  readonly synthesis: SteeredSynthesis | null;
}
