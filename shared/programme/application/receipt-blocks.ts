import type { BlockJson } from '../../documents/text/document-blocks.ts';
import { dates } from '../../kernel/dates.fr.ts';
import { askedFields, rowsOf, subfieldsOf } from './answers.ts';
import { application as words } from './application.fr.ts';
import { answerInWords } from './application-answer.fr.ts';
import type { Answers, Form, FormField, SimpleAnswer, SimpleField } from './form.ts';
import { complementForm } from './form-parts.ts';
import type { FormWorld } from './world.ts';

interface ReceiptContent {
  readonly submission: {
    readonly number: string;
    readonly rank: number;
    readonly hash: string;
    readonly isLate: boolean;
    readonly submittedAt: Date;
    readonly submittedBy: string | null;
    readonly form: Form;
    readonly answers: Answers;
  };
  /** [AP15] What was handed in since it was selected, of these questions. */
  readonly complement?: {
    readonly form: Form;
    readonly answers: Answers;
    readonly hash: string;
    readonly at: Date;
  } | null;
  readonly title: string;
  readonly organisation: string;
  readonly world: FormWorld;
}

const plain = (text: string): BlockJson => ({ type: 'text', text });
const strong = (text: string): BlockJson => ({ type: 'text', text, marks: [{ type: 'bold' }] });
const heading = (level: number, text: string): BlockJson => ({
  type: 'heading',
  attrs: { level },
  content: [plain(text)],
});
const paragraphs = (text: string): BlockJson[] =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', content: [plain(line)] }));
const fact = (label: string, text: string): BlockJson => ({
  type: 'paragraph',
  content: [strong(`${label}\u00a0: `), plain(text)],
});

/** [AP9] The receipt of a submission as a document: number, Paris time, fingerprint, then everything that was answered. */
export function receiptBlocks({
  submission,
  complement,
  title,
  organisation,
  world,
}: ReceiptContent): BlockJson[] {
  const { number, rank, hash, isLate, submittedAt, submittedBy, form, answers } = submission;
  const said = words.receipt;
  return [
    fact(said.number, isLate ? `${number} (${words.late.toLowerCase()})` : number),
    fact(words.columns.title, title),
    fact(words.leadOrganisation, organisation),
    fact(said.at, said.paris(dates.exact(submittedAt))),
    fact(said.by, `${submittedBy ?? words.somebody}, ${said.rank(rank).toLowerCase()}`),
    fact(said.hash, hash),
    heading(2, said.content),
    ...formBlocks(form, answers, { whole: form, world }),
    ...(complement ? complementBlocks(complement, submission, world) : []),
  ];
}

function complementBlocks(
  { form, answers, hash, at }: NonNullable<ReceiptContent['complement']>,
  submission: ReceiptContent['submission'],
  world: FormWorld,
): BlockJson[] {
  return [
    heading(2, words.complement.content),
    fact(words.complement.handedInAt, words.receipt.paris(dates.exact(at))),
    fact(words.receipt.hash, hash),
    ...formBlocks(complementForm(form), { ...submission.answers, ...answers }, { whole: form, world }),
  ];
}

function formBlocks(
  form: Form,
  answers: Answers,
  { whole, world }: { whole: Form; world: FormWorld },
): BlockJson[] {
  const asked = new Set(askedFields(whole, answers).map(({ key }) => key));
  return form.sections.flatMap((section) => [
    heading(3, section.title),
    ...section.fields
      .filter(({ key }) => asked.has(key))
      .flatMap((field) => answerBlocks(field, answers, world)),
  ]);
}

function answerBlocks(field: FormField, answers: Answers, world: FormWorld): BlockJson[] {
  const label: BlockJson = { type: 'paragraph', content: [strong(field.label)] };
  const none = { type: 'paragraph', content: [plain(words.noAnswer)] };
  if (field.kind !== 'rows') {
    const text = answerInWords(field, (answers[field.key] ?? null) as SimpleAnswer, world);
    return [label, ...(text ? paragraphs(text) : [none])];
  }
  const rows = rowsOf(answers[field.key]);
  if (rows.length === 0) return [label, none];
  return [
    label,
    {
      type: 'orderedList',
      content: rows.map((row) => ({
        type: 'listItem',
        content: subfieldsOf(field).map((inner: SimpleField) =>
          fact(inner.label, answerInWords(inner, row[inner.key] ?? null, world) || words.noAnswer),
        ),
      })),
    },
  ];
}
