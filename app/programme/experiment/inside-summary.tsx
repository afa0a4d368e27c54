import { Link } from 'react-router';
import type { DifficultyFields } from '#shared/programme/experiment/difficulty.ts';
import type { EvaluationPart } from '#shared/programme/experiment/evaluation.ts';
import { experimentLog } from '#shared/programme/experiment/experiment-log.fr.ts';
import { experimentResult as words } from '#shared/programme/experiment/experiment-result.fr.ts';
import type { Indicator } from '#shared/programme/experiment/indicator.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { IndicatorFigure } from './indicator-figure.tsx';

interface InsideSummaryProps {
  readonly experiment: { readonly id: string; readonly title: string };
  readonly indicators: readonly Indicator[];
  readonly difficulties: readonly (DifficultyFields & { readonly id: string })[];
  readonly effort: { readonly days: number; readonly cost: number };
  readonly completeness: {
    readonly answered: number;
    readonly asked: number;
    readonly missing: readonly EvaluationPart[];
  };
  readonly mayWrite: boolean;
}

/** Results so far, what stands in the way, what it took: each leads to its page. */
export function InsideSummary({
  experiment,
  indicators,
  difficulties,
  effort,
  completeness,
  mayWrite,
}: InsideSummaryProps) {
  return (
    <>
      <section className="plate mt-12" aria-labelledby="indicators">
        <header>
          <h2 id="indicators">{words.indicators}</h2>
          {mayWrite && (
            <Link to={programmePaths.experimentIndicators(experiment)}>{words.editIndicators}</Link>
          )}
        </header>
        {indicators.length === 0 ? (
          <p className="muted">{words.noIndicator}</p>
        ) : (
          <div className="grid sm:grid-cols-2 gap-6">
            {indicators.map((indicator) => (
              <div key={indicator.id} className="min-w-0">
                <h3>{indicator.name}</h3>
                <IndicatorFigure indicator={indicator} />
              </div>
            ))}
          </div>
        )}
      </section>
      <section className="plate mt-12" aria-labelledby="difficulties">
        <header>
          <h2 id="difficulties">{experimentLog.difficultiesTitle}</h2>
          <Link to={`${programmePaths.experimentLog(experiment)}#difficultes`}>
            {experimentLog.all}
            <span className="vh">{experimentLog.allOf(experimentLog.difficultiesTitle)}</span>
          </Link>
        </header>
        {difficulties.length === 0 ? (
          <p className="muted">{experimentLog.noDifficulty}</p>
        ) : (
          <ul className="ruled">
            {difficulties.slice(0, 5).map(({ id, kind, description, lever }) => (
              <li key={id}>
                <strong>{experimentLog.kinds[kind]}</strong>
                <p className="break-words">{description}</p>
                {lever && (
                  <p className="small muted break-words">
                    {experimentLog.lever}
                    {'\u00a0: '}
                    {lever}
                  </p>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="plate mt-12" aria-labelledby="evaluation">
        <header>
          <h2 id="evaluation">{words.evaluation}</h2>
          <Link to={programmePaths.experimentEvaluation(experiment)}>
            {experimentLog.all}
            <span className="vh">{experimentLog.allOf(words.evaluation)}</span>
          </Link>
        </header>
        <p>
          {words.completeness(completeness.answered, completeness.asked)}{' '}
          {completeness.missing.length === 0
            ? words.complete
            : words.missing(
                completeness.missing.map((part) => words.parts[part].toLocaleLowerCase('fr')).join(', '),
              )}
        </p>
        <p className="mt-3">
          {experimentLog.effortTitle}
          {'\u00a0: '}
          <strong>{experimentLog.dayCount(effort.days)}</strong>
          {effort.cost > 0 && `, ${experimentLog.money(effort.cost)}`}
        </p>
      </section>
    </>
  );
}
