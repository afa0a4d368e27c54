import { dates } from '#shared/kernel/dates.fr.ts';
import { application as words } from '#shared/programme/application/application.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';

interface ReceiptProps {
  readonly id: string;
  readonly receipt: {
    readonly number: string;
    readonly rank: number;
    readonly hash: string;
    readonly isLate: boolean;
    readonly submittedAt: Date;
    readonly submittedBy: string | null;
  };
}

/** What proves the submission. */
export function ReceiptPlate({ id, receipt }: ReceiptProps) {
  const said = words.receipt;
  return (
    <section className="plate max-w-3xl" aria-labelledby="accuse">
      <header>
        <h2 id="accuse">{said.title}</h2>
        <a className="btn sm" href={programmePaths.applicationReceipt({ id })}>
          {said.pdf}
        </a>
      </header>
      <dl className="application-facts">
        <div>
          <dt>{said.number}</dt>
          <dd>
            <strong>{receipt.number}</strong>{' '}
            {receipt.isLate && <span className="badge warning">{words.late}</span>}
          </dd>
        </div>
        <div>
          <dt>{said.at}</dt>
          <dd>{said.paris(dates.exact(receipt.submittedAt))}</dd>
        </div>
        <div>
          <dt>{said.by}</dt>
          <dd>
            {receipt.submittedBy ?? words.somebody} · {said.rank(receipt.rank)}
          </dd>
        </div>
        <div>
          <dt>{said.hash}</dt>
          <dd>
            <code className="break-all">{receipt.hash}</code>
            <p className="muted small">{said.hashHint}</p>
          </dd>
        </div>
      </dl>
    </section>
  );
}
