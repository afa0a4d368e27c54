import type { ReactNode } from 'react';
import { dataset } from '#shared/library/dataset/dataset.fr.ts';
import { datasetCheck as words } from '#shared/library/dataset/dataset-check.fr.ts';
import {
  type FaultGroup,
  REPORT_LIMITS,
  type TableReport,
  verdictOf,
} from '#shared/library/dataset/table-report.ts';
import type { TableSchema } from '#shared/library/dataset/table-schema.ts';
import { Notice } from '../../ui/notice.tsx';
import { DataTable } from '../../ui/records/data-table.tsx';
import { ReportColumns, ReportPreview } from './report-table.tsx';
import { VerdictBadge } from './verdict-badge.tsx';

interface ReportProps {
  readonly report: TableReport;
  readonly schema: TableSchema | null;
  readonly schemaSource: string;
  readonly fileBytes: number;
  /** Where all errors can be had as a file; none on a shared page. */
  readonly errorsPath: string | null;
}

/** What a check found: the word first, then what to mend, then what the file is. */
export function Report({ report, schema, schemaSource, fileBytes, errorsPath }: ReportProps) {
  const { faults, errors, warnings, rows, unchecked } = report;
  const verdict = verdictOf(errors, schema !== null);
  const isGood = verdict === 'valid' || verdict === 'formOnly';
  return (
    <>
      <section
        className={`note ${isGood ? 'success' : 'danger'} mb-8 block`}
        aria-label={words.verdicts[verdict]}
      >
        <p className="row">
          <VerdictBadge verdict={verdict} />
          <strong>{words.verdictText(verdict, errors, warnings, rows)}</strong>
        </p>
        <p className="mt-2 break-words">
          {schema
            ? words.against(
                [schema.title ?? schema.name ?? schemaSource, schema.version].filter(Boolean).join(' '),
              )
            : words.withoutSchema}
        </p>
      </section>
      {unchecked.length > 0 && <Notice kind="info">{words.unchecked(unchecked)}</Notice>}
      <Faults title={words.faultsTitle} faults={faults.filter(({ severity }) => severity === 'error')}>
        {errorsPath && faults.length > 0 && (
          <a className="btn sm" href={errorsPath} download>
            {words.download}
          </a>
        )}
      </Faults>
      {warnings > 0 && (
        <Faults
          title={words.warningsTitle}
          faults={faults.filter(({ severity }) => severity === 'warning')}
        />
      )}
      <ReportColumns report={report} schema={schema} size={dataset.size(fileBytes)} />
      <ReportPreview report={report} />
    </>
  );
}

function Faults({
  title,
  faults,
  children,
}: {
  title: string;
  faults: readonly FaultGroup[];
  children?: ReactNode;
}) {
  return (
    <section className="plate" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {children}
      </header>
      {faults.length === 0 && <p className="muted">{words.noFaults}</p>}
      <ul className="ruled">
        {faults.map((fault) => (
          <li key={`${fault.kind} ${fault.column} ${fault.expected}`}>
            <p className="row items-baseline gap-x-3 gap-y-1">
              {fault.column !== null && <code className="font-semibold break-all">{fault.column}</code>}
              <span className="badge">{words.times(fault.count)}</span>
              <span className="min-w-0 break-words flex-[1_1_20rem]">{words.fault(fault)}</span>
            </p>
            <Examples fault={fault} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Examples({ fault }: { fault: FaultGroup }) {
  const shown = fault.examples.slice(0, REPORT_LIMITS.shown);
  const isOfFile =
    fault.kind === 'encoding' ||
    fault.kind === 'separator' ||
    fault.kind === 'missingColumn' ||
    fault.kind === 'missingOptional';
  if (isOfFile) return null;
  return (
    <details className="mt-2">
      <summary className="small">
        {words.more}
        <span className="vh">{words.moreOf(words.fault(fault))}</span>
      </summary>
      <DataTable caption={words.examplesOf(words.fault(fault))} box="mt-2">
        <thead>
          <tr>
            <th scope="col">{words.lines}</th>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.value}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ line, column, value }) => (
            <tr key={`${line} ${column}`}>
              <th scope="row">{line}</th>
              <td>{column}</td>
              <td className="break-all">
                {value === '' ? <span className="muted">{words.emptyValue}</span> : <code>{value}</code>}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {fault.count > shown.length && (
        <p className="muted small mt-2">{words.shown(shown.length, fault.count)}</p>
      )}
    </details>
  );
}
