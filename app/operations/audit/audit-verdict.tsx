import { audit as words } from '#shared/kernel/audit/audit.fr.ts';
import type { AuditFault, AuditHead } from '#shared/kernel/audit/audit.ts';
import { signedFacts } from '#shared/operations/audit/signed-facts.fr.ts';
import type { SignedReport } from '#shared/operations/audit/signed-facts.ts';
import { Notice } from '../../ui/notice.tsx';

/** A page that listed more would help nobody: the command lists them. */
const LISTED_MAX = 20;

/** [AU3] [AU10] What a verification found: of the chain, then of what was signed or decided. */
export function AuditVerdict({
  head,
  fault,
  signed,
}: {
  head: AuditHead;
  fault: AuditFault | null;
  signed: SignedReport;
}) {
  const { differences, older } = signed;
  const isBroken = fault !== null || differences.length > 0;
  return (
    <Notice kind={isBroken ? 'danger' : 'success'}>
      <p className="break-words">{fault ? words.broken(fault) : words.holds(head)}</p>
      <p>{differences.length > 0 ? signedFacts.broken(differences.length) : signedFacts.hold(signed)}</p>
      {differences.length > 0 && (
        <ul className="break-words">
          {differences.slice(0, LISTED_MAX).map((one) => (
            <li key={`${one.kind} ${one.key}`}>{signedFacts.difference(one)}</li>
          ))}
        </ul>
      )}
      {differences.length > LISTED_MAX && <p>{signedFacts.more(differences.length - LISTED_MAX)}</p>}
      {older > 0 && <p>{signedFacts.older(older)}</p>}
    </Notice>
  );
}
