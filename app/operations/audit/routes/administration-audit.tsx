import { ShieldCheck } from 'lucide-react';
import { Link } from 'react-router';
import { verifyAuditChain } from '#db/kernel/audit/audit.ts';
import { listAudit } from '#db/operations/audit/audit-lists.ts';
import { compareSigned } from '#db/operations/audit/compare-signed.ts';
import { audit as words } from '#shared/kernel/audit/audit.fr.ts';
import { frame } from '#shared/kernel/frame.fr.ts';
import { paths } from '#shared/paths.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { servicesContext } from '../../../context.ts';
import { notFound, requirePlatform } from '../../../kernel/access.server.ts';
import { frameHandle } from '../../../kernel/frame-handle.ts';
import { PageHead } from '../../../ui/page/page-head.tsx';
import { PostButton } from '../../../ui/post-button.tsx';
import { ShownAnswer } from '../../../ui/shown-answer.tsx';
import { readAuditFilter } from '../audit.server.ts';
import { AuditFilters } from '../audit-filters.tsx';
import { AuditLines } from '../audit-lines.tsx';
import { AuditVerdict } from '../audit-verdict.tsx';
import type { Route } from './+types/administration-audit';

export const handle = frameHandle({
  crumbs: () => [
    { href: paths.administration(), label: frame.administration },
    { href: programmePaths.administrationAudit(), label: words.title },
  ],
});

const LINES_A_PAGE = 50;

export async function loader({ request, context }: Route.LoaderArgs) {
  const member = requirePlatform(context, 'audit.read');
  const { db } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const filter = readAuditFilter(searchParams);
  const page = Math.max(1, Math.min(100_000, Number.parseInt(searchParams.get('page') ?? '1', 10) || 1));
  const found = await listAudit(db, { userId: member.id, filter, page, size: LINES_A_PAGE });
  if (!found) throw notFound();
  const asked = {
    action: filter.action ?? undefined,
    kind: filter.subjectKind ?? undefined,
    subject: filter.subject || undefined,
    person: filter.person || undefined,
    day: (filter.from && searchParams.get('jour')) ?? undefined,
  };
  return { ...found, asked, page };
}

/** « Vérifier la chaîne ». */
export async function action({ context }: Route.ActionArgs) {
  requirePlatform(context, 'audit.read');
  const { db } = context.get(servicesContext);
  const { head, fault } = await verifyAuditChain(db);
  return { head, fault, signed: await compareSigned(db) };
}

export default function AdministrationAudit({ loaderData, actionData }: Route.ComponentProps) {
  const { total, entries, asked, page } = loaderData;
  const isFiltered = Object.values(asked).some(Boolean);
  const last = Math.ceil(total / LINES_A_PAGE);
  return (
    <main id="contenu">
      <title>{frame.pageTitle(words.title, frame.administration)}</title>
      <PageHead title={words.title} lead={words.lead}>
        <PostButton fields={{ intent: 'verify' }} className="btn primary">
          <ShieldCheck className="icon" aria-hidden="true" />
          {words.verify}
        </PostButton>
      </PageHead>
      {actionData && (
        <ShownAnswer answer={actionData}>
          <AuditVerdict {...actionData} />
        </ShownAnswer>
      )}
      <AuditFilters key={JSON.stringify(asked)} asked={asked} />
      <div className="row mt-6 mb-3">
        <p className="font-semibold" role="status">
          {words.count(total)}
        </p>
        {total > 0 && (
          <a className="btn sm push" href={programmePaths.administrationAuditCsv(asked)}>
            {words.download}
          </a>
        )}
      </div>
      {total === 0 && <p className="muted">{isFiltered ? words.none : words.empty}</p>}
      <AuditLines entries={entries} />
      {last > 1 && (
        <nav className="row mt-6" aria-label={words.pages}>
          {page > 1 && (
            <Link
              className="btn"
              rel="prev"
              to={programmePaths.administrationAudit({ ...asked, page: page - 1 })}
            >
              {words.previous}
            </Link>
          )}
          {page < last && (
            <Link
              className="btn"
              rel="next"
              to={programmePaths.administrationAudit({ ...asked, page: page + 1 })}
            >
              {words.next}
            </Link>
          )}
        </nav>
      )}
    </main>
  );
}
