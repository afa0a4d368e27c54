import { z } from 'zod';

/** What a field of an application form takes. The list is the programme's form, and what its coordinator may add without code. */
export const FIELD_KINDS = [
  'text',
  'longText',
  'email',
  'phone',
  'url',
  'number',
  'date',
  /** Two days, both included. */
  'period',
  'choice',
  'choices',
  'yesNo',
  /** A box that must be ticked. */
  'commitment',
  'siret',
  'municipality',
  'agreement',
  'intermunicipality',
  'file',
  /** A block of fields, repeated as often as needed. */
  'rows',
] as const;

/** [CA15] What the product does with an answer, beyond showing it to whoever reads the application; declared on the field. */
export const FIELD_PURPOSES = [
  /** A yes: name and summary of the project may be published if it is selected. */
  'publication',
] as const;
export type FieldPurpose = (typeof FIELD_PURPOSES)[number];

const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const line = z.string().trim().min(1).max(300);

const choice = z.object({ key, label: line });

const simpleField = z.object({
  key,
  label: line,
  help: z.string().trim().max(1_000).default(''),
  kind: z.enum(FIELD_KINDS),
  isRequired: z.boolean(),
  /** Characters of a text, value of a number, months of a period, lines of a block; `max` also mebibytes of a file. */
  min: z.number().optional(),
  max: z.number().optional(),
  choices: z.array(choice).max(100).default([]),
  /** Names of file endings, without the dot. */
  formats: z.array(z.string().regex(/^[a-z0-9]{1,8}$/)).default([]),
  /** Shown and asked only when this other field of the form says yes. */
  onlyIf: key.optional(),
  /** Rank, from 1, of the criterion of the call that it informs. */
  criterion: z.int().min(1).max(20).optional(),
  purpose: z.enum(FIELD_PURPOSES).optional(),
});

const field = simpleField.extend({
  fields: z.array(simpleField).max(30).default([]),
  /** [CA16] Asked of those who are selected only, once it is announced; of everybody, for the deposit, without. */
  askedOf: z.enum(['selected']).optional(),
});

/** [CA10] Rules that a call may do without. Those of single fields (SIRET, period, commitment) come with the field. */
export const ELIGIBILITY_RULES = ['agreement', 'municipality', 'onePerAgreement', 'contacts'] as const;
export type EligibilityRule = (typeof ELIGIBILITY_RULES)[number];

/** A form by sections; `parse` fills what is left out. */
export const Form = z.object({
  sections: z.array(z.object({ key, title: line, fields: z.array(field).max(60) })).max(30),
  rules: z.array(z.enum(ELIGIBILITY_RULES)).default([...ELIGIBILITY_RULES]),
});

export type Form = z.infer<typeof Form>;
export type FormSection = Form['sections'][number];
export type FormField = FormSection['fields'][number];
/** A field inside a block. */
export type SimpleField = z.infer<typeof simpleField>;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** A file that was sent as an answer. */
export interface FileAnswer {
  readonly fileId: string;
  readonly name: string;
  readonly size: number;
}

/** One cell: text for most kinds, keys of choices as text, days as ISO dates; null or absent while nothing is said. */
export type SimpleAnswer = string | number | boolean | readonly string[] | FileAnswer | PeriodAnswer | null;

/** ISO days, both included. */
export interface PeriodAnswer {
  readonly from: string;
  readonly to: string;
}

export type RowAnswer = { readonly id: string } & Readonly<Record<string, SimpleAnswer>>;

/** What somebody answered so far, by key of field. Whatever is not in the form is ignored. */
export type Answers = Readonly<Record<string, SimpleAnswer | readonly RowAnswer[] | undefined>>;
