import { Form } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { entry } from '#shared/people/entry/entry.fr.ts';
import { namedOptions } from '../../ui/choices.tsx';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { type AnswerRefusal, RefusalForm } from './refusal-form.tsx';

const words = entry.answers;

interface Request {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly organisationName: string;
  readonly wish: string;
  readonly reason: string;
  readonly askedAt: Date;
}

interface Choices {
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  /** Only the coordination says into which organisation and group. */
  readonly isCoordinating: boolean;
  readonly refusal: AnswerRefusal | undefined;
}

/** [EN8] Who asks for an access, with the two answers beside. Nothing when nobody does. */
export function EntryRequests({ requests, ...choices }: Choices & { requests: readonly Request[] }) {
  if (requests.length === 0) return null;
  return (
    <Plate id="demandes" title={words.requests} beside={<span className="muted">{requests.length}</span>}>
      <p className="muted small">{words.requestsLead}</p>
      <ul className="ruled">
        {requests.map((request) => (
          <li key={request.id}>
            <p>
              <strong>{request.name}</strong> {words.asks}
            </p>
            <p className="row muted small">
              <span>{request.email}</span>
              {(request.organisation?.name ?? request.organisationName) && (
                <span>{words.askedFor(request.organisation?.name ?? request.organisationName)}</span>
              )}
              <time dateTime={request.askedAt.toISOString()} title={dates.exact(request.askedAt)}>
                {dates.short(request.askedAt)}
              </time>
            </p>
            {request.wish && <p className="small">{words.wish(request.wish)}</p>}
            <blockquote className="request-words mt-2">{request.reason}</blockquote>
            <Acceptance request={request} {...choices} />
            <RefusalForm
              {...{ id: request.id, idName: 'requestId', intent: 'refuse', name: request.name }}
              refusal={choices.refusal}
            />
          </li>
        ))}
      </ul>
    </Plate>
  );
}

function Acceptance({
  request: { id, name, organisation },
  organisations,
  groups,
  isCoordinating,
  refusal,
}: Choices & { request: Request }) {
  const mine = refusal?.values.form === id && !('reason' in refusal.values) ? refusal : undefined;
  return (
    <Form method="post" className="mt-2" noValidate>
      {mine && <ErrorSummary title={words.notAnswered} faults={faultsOf(mine.errors)} answer={mine} />}
      <input type="hidden" name="requestId" value={id} />
      {isCoordinating && (
        <>
          <SelectField
            label={words.organisation}
            name="organisationId"
            id={`organisation-${id}`}
            defaultValue={mine?.values.organisationId ?? organisation?.id ?? ''}
            error={mine?.errors.organisationId}
          >
            <option value="">{words.noOrganisation}</option>
            {namedOptions(organisations)}
          </SelectField>
          <SelectField
            label={words.group}
            name="groupId"
            id={`groupe-${id}`}
            defaultValue={mine?.values.groupId ?? ''}
            error={mine?.errors.groupId}
          >
            <option value="">{words.noGroup}</option>
            {namedOptions(groups)}
          </SelectField>
        </>
      )}
      <p className="mt-3">
        <button
          className="btn sm"
          type="submit"
          name="intent"
          value="accept"
          aria-label={words.acceptOf(name)}
        >
          {words.accept}
        </button>
      </p>
    </Form>
  );
}
