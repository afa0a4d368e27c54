import { type ReactNode, useState } from 'react';
import { Form } from 'react-router';
import { mission as words } from '#shared/programme/mission/mission.fr.ts';
import type { Deliverable, Delivery } from '#shared/programme/mission/mission-records.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { type MissionAnswer, typedIn } from './answer.ts';

const said = words.deliverables;

/** A file that has come already, while the rest of its form was refused. */
interface Received {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/** The field in which a file is chosen, which is sent in pieces at once ([RS8]); the page brings it. */
export type FileField = (field: {
  readonly id: string;
  readonly label: string;
  readonly received: Received | null;
  readonly error: string | undefined;
  /** A file is on its way: its form waits. */
  readonly onBusy: (isBusy: boolean) => void;
}) => ReactNode;

function receivedIn(answer: MissionAnswer | null): Received | null {
  return (answer?.values.upload as Received | null | undefined) ?? null;
}

/** The faults of a form of which a page has several: each control has the id of what it is about behind its name. */
const faultsIn = (errors: MissionAnswer['errors'], id: string) =>
  faultsOf(errors).map(({ field, message }) => ({ field: field && `${field}-${id}`, message }));

/** Hands a deliverable over: the address of a document, or a file. */
export function DeliverForm({
  deliverable: { id, title, deliveries },
  answer,
  fileField,
}: {
  deliverable: Deliverable;
  fileField: FileField;
  answer: MissionAnswer | null;
}) {
  const given = typedIn(answer, `deliver ${id}`);
  const received = given.isRefused ? receivedIn(answer) : null;
  const [isBusy, setBusy] = useState(false);
  return (
    <details className="fold mt-2" open={given.isRefused} key={deliveries.length}>
      <summary className="btn sm" aria-label={said.submitOf(title)}>
        {said.submit}
      </summary>
      <Form method="post" encType="multipart/form-data" className="card mt-3" noValidate>
        {given.isRefused && (
          <ErrorSummary title={words.notSaved} faults={faultsIn(given.errors, id)} answer={answer} />
        )}
        <input type="hidden" name="deliverable" value={id} />
        <TextField
          label={said.document}
          name="document"
          id={`document-${id}`}
          hint={said.documentHint}
          error={given.errors.document}
          defaultValue={given.typedOf('document')}
          autoComplete="off"
        />
        {fileField({
          id: `file-${id}`,
          label: said.file,
          received,
          error: given.errors.file,
          onBusy: setBusy,
        })}
        <TextAreaField
          label={said.note}
          name="note"
          id={`note-${id}`}
          defaultValue={given.typedOf('note')}
          rows={3}
        />
        <button
          className="btn primary mt-4"
          type="submit"
          aria-disabled={isBusy}
          onClick={(event) => isBusy && event.preventDefault()}
        >
          {isBusy ? said.wait : said.send}
        </button>
      </Form>
    </details>
  );
}

/** Accepts a submission, or asks for changes. */
export function AnswerForm({
  delivery: { id },
  answer,
}: {
  delivery: Delivery;
  answer: MissionAnswer | null;
}) {
  const given = typedIn(answer, `answer ${id}`);
  return (
    <Form method="post" className="card mt-3" noValidate aria-label={said.answer}>
      {given.isRefused && (
        <ErrorSummary title={words.notSaved} faults={faultsIn(given.errors, id)} answer={answer} />
      )}
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="delivery" value={id} />
      <TextAreaField
        label={said.reason}
        name="reason"
        id={`reason-${id}`}
        hint={said.reasonHint}
        error={given.errors.reason}
        defaultValue={given.typedOf('reason')}
        rows={3}
      />
      <p className="row mt-4">
        <button className="btn primary" type="submit" name="verdict" value="accepted">
          {said.accept}
        </button>
        <button className="btn" type="submit" name="verdict" value="changes">
          {said.askChanges}
        </button>
      </p>
    </Form>
  );
}
