import { CircleCheck, CircleX } from 'lucide-react';
import type { Verdict } from '#shared/dataset/table-report.ts';
import { datasetCheck as words } from '#shared/messages/fr/dataset-check.ts';

/** The word of a report, never by colour alone. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const isGood = verdict === 'valid' || verdict === 'formOnly';
  const Icon = isGood ? CircleCheck : CircleX;
  return (
    <span className={`badge ${isGood ? 'success' : 'danger'}`}>
      <Icon className="icon" aria-hidden="true" />
      {words.verdicts[verdict]}
    </span>
  );
}
