import { dates } from '#shared/kernel/dates.fr.ts';
import { application as words } from '#shared/programme/application/application.fr.ts';

interface ComplementPlateProps {
  readonly complement: {
    readonly askedAt: Date;
    readonly handedIn: { readonly hash: string; readonly at: Date; readonly by: string | null } | null;
  };
  /** By whoever reads it. */
  readonly isWritten: boolean;
}

/** [AP15] Where what is asked of a selected application stands: what is to be done of it, or what proves that it was. */
export function ComplementPlate({ complement: { askedAt, handedIn }, isWritten }: ComplementPlateProps) {
  const said = words.complement;
  return (
    <section className="plate max-w-3xl" aria-labelledby="complement">
      <header>
        <h2 id="complement" tabIndex={-1}>
          {isWritten ? said.title : said.plate}
        </h2>
      </header>
      {!handedIn && <p>{isWritten ? said.lead : said.asked(dates.day(askedAt))}</p>}
      {handedIn && (
        <dl className="application-facts">
          <div>
            <dt>{said.handedInAt}</dt>
            <dd>{words.receipt.paris(dates.exact(handedIn.at))}</dd>
          </div>
          <div>
            <dt>{words.receipt.by}</dt>
            <dd>{handedIn.by ?? words.somebody}</dd>
          </div>
          <div>
            <dt>{words.receipt.hash}</dt>
            <dd>
              <code className="break-all">{handedIn.hash}</code>
              <p className="muted small">{said.hashHint}</p>
            </dd>
          </div>
        </dl>
      )}
    </section>
  );
}
