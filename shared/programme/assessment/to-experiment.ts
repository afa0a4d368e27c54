import {
  ACCESS_STATUSES,
  type AccessStatus,
  PRODUCER_KINDS,
  type ProducerKind,
} from '../../library/dataset/dataset.ts';
import type { Answers } from '../application/form.ts';
import type { TeamRole } from '../experiment/experiment.ts';

/** What an application says of the experiment that it asks for. */
export interface ExperimentAnswers {
  readonly title: string;
  readonly summary: string;
  readonly themeKey: string;
  /** ISO days; empty when they are not said. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly contacts: readonly { readonly email: string; readonly role: TeamRole }[];
  readonly needs: readonly {
    readonly wanted: string;
    readonly producerKind: ProducerKind;
    readonly accessStatus: AccessStatus;
  }[];
}

const SUMMARY_MAX = 2_000;
const CONTACTS: readonly (readonly [string, TeamRole])[] = [
  ['referent_metier', 'business'],
  ['correspondant_donnees', 'data'],
  ['elu_referent', 'sponsor'],
];

/** [AS14] Reads the answers that an experiment is made of; whatever is not there, or is not what it should be, is left out. */
export function experimentAnswers(answers: Answers): ExperimentAnswers {
  const text = (key: string) => textOf(answers[key]);
  const period = answers.calendrier;
  const days = period && typeof period === 'object' && 'from' in period ? period : { from: '', to: '' };
  return {
    title: text('titre'),
    summary: text('problematique').slice(0, SUMMARY_MAX),
    themeKey: text('theme'),
    startsOn: textOf(days.from),
    endsOn: textOf(days.to),
    contacts: CONTACTS.flatMap(([key, role]) => {
      const email = textOf(rowsOf(answers[key])[0]?.courriel).toLowerCase();
      return email ? [{ email, role }] : [];
    }),
    needs: rowsOf(answers.donnees).flatMap((row) => {
      const wanted = textOf(row.nom);
      const producerKind = PRODUCER_KINDS.find((kind) => kind === row.type_producteur);
      const accessStatus = ACCESS_STATUSES.find((status) => status === row.statut);
      return wanted && producerKind && accessStatus ? [{ wanted, producerKind, accessStatus }] : [];
    }),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function rowsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter((row) => typeof row === 'object' && row !== null) : [];
}
