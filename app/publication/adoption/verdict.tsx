import { CircleCheck, CircleHelp, CircleSlash, TriangleAlert } from 'lucide-react';
import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import type { Verdict } from '#shared/publication/adoption/feasibility.ts';

const SIGNS = {
  feasible: [CircleCheck, 'success'],
  missing: [TriangleAlert, 'warning'],
  notFeasible: [CircleSlash, 'danger'],
  unanswered: [CircleHelp, 'info'],
} as const satisfies Record<Verdict['kind'], readonly [typeof CircleCheck, string]>;

/** The verdict in one line: a sign and its words. */
function verdictText({ kind, unanswered }: Verdict): string {
  const { verdicts } = words;
  return kind === 'unanswered'
    ? verdicts.unanswered(unanswered.data.length + unanswered.conditions.length)
    : verdicts[kind];
}

/** [RP1] The answer, and everything that it stands on. */
export function VerdictNote({ verdict }: { verdict: Verdict }) {
  const [Icon, kind] = SIGNS[verdict.kind];
  const namesOf = ({ data, conditions }: Verdict['missing']) => [
    ...data.map(words.quoted),
    ...conditions.map((condition) => words.conditions[condition]),
  ];
  const lines = [
    [namesOf(verdict.blocking), words.blocking],
    [namesOf(verdict.missing), words.missing],
    [namesOf(verdict.unanswered), words.unanswered],
    [verdict.without.map(words.quoted), words.without],
  ] as const;
  return (
    <div className={`note ${kind} mt-3`}>
      <Icon className="icon" aria-hidden="true" />
      <div>
        <p>
          <strong>{verdictText(verdict)}</strong>
        </p>
        {verdict.kind === 'feasible' && <p>{words.nothingMissing}</p>}
        {lines.map(([names, said]) => names.length > 0 && <p key={said(names)}>{said(names)}</p>)}
      </div>
    </div>
  );
}
