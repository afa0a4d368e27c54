import { Search } from 'lucide-react';
import { Form, Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import { pages as pageWords } from '#shared/kernel/page/pages.fr.ts';
import { application as words } from '#shared/programme/application/application.fr.ts';
import {
  APPLICATION_STATUSES,
  type ApplicationStatus,
  COMPLEMENT_FILTERS,
  type ComplementFilter,
} from '#shared/programme/application/application.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { namedOptions, optionsOf } from '../../ui/choices.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Pages } from '../../ui/pages.tsx';
import { RecordTable } from '../../ui/records/record-table.tsx';
import { StatusBadge } from './status-badge.tsx';

/** An application as lists show it. */
interface Listed {
  readonly id: string;
  readonly title: string;
  readonly status: ApplicationStatus;
  readonly completeness: number;
  readonly organisation: { readonly name: string };
  readonly agreement: { readonly name: string } | null;
  readonly call: { readonly title: string };
  readonly updatedAt: Date;
  readonly number: string | null;
  readonly submittedAt: Date | null;
  readonly isLate: boolean;
  readonly complement: { readonly completeness: number; readonly handedInAt: Date | null } | null;
}

function Title({ application }: { application: Listed }) {
  return <Link to={programmePaths.application(application)}>{application.title || words.untitled}</Link>;
}

function State({ application }: { application: Listed }) {
  const { complement } = application;
  return (
    <span className="row">
      <StatusBadge status={application.status} />
      {application.isLate && (
        <span className="badge warning" title={words.lateWhy}>
          {words.late}
        </span>
      )}
      {complement && (
        <span className={complement.handedInAt ? 'badge success' : 'badge warning'}>
          {complement.handedInAt
            ? words.complement.handedIn
            : words.complement.state(complement.completeness)}
        </span>
      )}
    </span>
  );
}

/** The applications that somebody writes. */
export function ApplicationTable({ applications, now }: { applications: readonly Listed[]; now: Date }) {
  const { columns } = words;
  return (
    <RecordTable
      caption={words.mine}
      columns={[columns.title, columns.call, columns.state, columns.progress, columns.modified]}
    >
      {applications.map((application) => (
        <tr key={application.id}>
          <th scope="row">
            <Title application={application} />
            <small>{[application.organisation.name, application.number].filter(Boolean).join(' · ')}</small>
          </th>
          <td data-l={columns.call}>{application.call.title}</td>
          <td data-l={columns.state}>
            <State application={application} />
          </td>
          <td data-l={columns.progress}>
            {words.percent(application.complement?.completeness ?? application.completeness)}
          </td>
          <td data-l={columns.modified}>
            <time dateTime={application.updatedAt.toISOString()}>
              {dates.relative(application.updatedAt, now)}
            </time>
          </td>
        </tr>
      ))}
    </RecordTable>
  );
}

interface SubmittedProps {
  readonly calls: readonly { readonly id: string; readonly title: string }[];
  readonly callId: string;
  readonly filter: {
    readonly status?: ApplicationStatus | undefined;
    readonly complement?: ComplementFilter | undefined;
    readonly isLate?: boolean | undefined;
    readonly text: string;
  };
  readonly total: number;
  readonly items: readonly Listed[];
  readonly page: number;
  readonly pages: number;
}

/** What was submitted to a call, for its assessors. */
export function SubmittedTable({ calls, callId, filter, total, items, page, pages }: SubmittedProps) {
  const { columns, filters } = words;
  const at = (other: number) => {
    const params = new URLSearchParams({ appel: callId, page: String(other), texte: filter.text });
    const state = filter.status ?? filter.complement;
    if (state) params.set('etat', state);
    if (filter.isLate) params.set('delai', 'hors');
    return `${programmePaths.applications()}?${params}`;
  };
  return (
    <>
      <Form className="plate" role="search" aria-label={filters.submit}>
        <div className="row items-end">
          <SelectField label={filters.call} name="appel" defaultValue={callId}>
            {namedOptions(calls)}
          </SelectField>
          <SelectField
            label={filters.status}
            name="etat"
            defaultValue={filter.status ?? filter.complement ?? ''}
          >
            <option value="">{filters.all}</option>
            {APPLICATION_STATUSES.filter((status) => status !== 'draft').map((status) => (
              <option key={status} value={status}>
                {words.statuses[status]}
              </option>
            ))}
            {optionsOf(COMPLEMENT_FILTERS, words.complement)}
          </SelectField>
          <TextField label={filters.text} name="texte" defaultValue={filter.text} autoComplete="off" />
          <label className="row nowrap font-normal py-2">
            <input type="checkbox" name="delai" value="hors" defaultChecked={filter.isLate === true} />
            {filters.late}
          </label>
          <button className="btn" type="submit">
            <Search className="icon" aria-hidden="true" />
            {filters.submit}
          </button>
        </div>
      </Form>
      <p className="row mb-4">
        <strong role="status">{total > 0 ? words.total(total) : words.noneSubmitted}</strong>
        {total > 0 && (
          <a className="btn sm push" href={programmePaths.applicationsExport(callId)}>
            {words.csv}
          </a>
        )}
      </p>
      {items.length > 0 && (
        <RecordTable
          caption={words.caption}
          columns={[columns.title, columns.number, columns.city, columns.state, columns.submitted]}
        >
          {items.map((application) => (
            <tr key={application.id}>
              <th scope="row">
                <Title application={application} />
                <small>{application.agreement?.name}</small>
              </th>
              <td data-l={columns.number}>{application.number}</td>
              <td data-l={columns.city}>{application.organisation.name}</td>
              <td data-l={columns.state}>
                <State application={application} />
              </td>
              <td data-l={columns.submitted}>
                {application.submittedAt && (
                  <time dateTime={application.submittedAt.toISOString()}>
                    {dates.exact(application.submittedAt)}
                  </time>
                )}
              </td>
            </tr>
          ))}
        </RecordTable>
      )}
      <Pages words={pageWords} page={page} pages={pages} to={at} />
    </>
  );
}
