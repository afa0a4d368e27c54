import { CircleCheck, CircleX } from 'lucide-react';
import { datasetCheck as words } from '#shared/library/dataset/dataset-check.fr.ts';
import type { Verdict } from '#shared/library/dataset/table-report.ts';

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
