import { Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import {
  EVALUATION,
  EVALUATION_KEYS,
  EVALUATION_PARTS,
  type EvaluationAnswers,
  type EvaluationPart,
} from '#shared/programme/experiment/evaluation.ts';
import { canInExperiment, type ExperimentRole } from '#shared/programme/experiment/experiment-access.ts';
import { experimentResult as words } from '#shared/programme/experiment/experiment-result.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { Notice } from '../../ui/notice.tsx';
import { Plate } from '../../ui/page/plate.tsx';
import { Comments, type ShownComment } from './comments.tsx';
import type { Refused } from './refused.ts';

interface Version {
  readonly version: number;
  readonly answers: EvaluationAnswers;
  readonly writtenAt: Date;
  readonly publishedAt: Date | null;
  readonly author: string | null;
}

interface EvaluationReadingProps {
  readonly experiment: { readonly id: string; readonly title: string; readonly role: ExperimentRole };
  readonly shown: Version | null;
  readonly versions: readonly Version[];
  readonly isPast: boolean;
  readonly completeness: {
    readonly answered: number;
    readonly asked: number;
    readonly missing: readonly EvaluationPart[];
  };
  readonly comments: readonly ShownComment[];
  readonly memberId: string;
  readonly refused: Refused | undefined;
}

/** [EX17] [EX18] A version of the evaluation, what is missing of it, what is said of it, and the other versions. */
export function EvaluationReading(props: EvaluationReadingProps) {
  const { experiment, shown, versions, isPast, completeness, comments, memberId, refused } = props;
  const mayWrite = canInExperiment(experiment.role, 'experiment.write');
  const edit = `${programmePaths.experimentEvaluation(experiment, isPast ? shown?.version : undefined)}${isPast ? '&' : '?'}modifier=1`;
  return (
    <div className="cols">
      <section aria-labelledby="evaluation">
        <div className="row mb-4">
          <h2 id="evaluation">{words.evaluation}</h2>
          {mayWrite && (
            <Link className="btn primary sm" to={edit}>
              {isPast ? words.reuse : shown ? words.edit : words.start}
            </Link>
          )}
        </div>
        {isPast && shown && (
          <Notice kind="info">
            {words.reading(shown.version)}{' '}
            <Link to={programmePaths.experimentEvaluation(experiment)}>{words.latest}</Link>
          </Notice>
        )}
        <p className="mb-6">
          {shown ? words.completeness(completeness.answered, completeness.asked) : words.none}{' '}
          {completeness.missing.length === 0
            ? words.complete
            : words.missing(
                completeness.missing.map((part) => words.parts[part].toLocaleLowerCase('fr')).join(', '),
              )}
        </p>
        {EVALUATION_PARTS.map((part) => (
          <section key={part} className="plate mb-8" id={part} aria-labelledby={`part-${part}`}>
            <h3 id={`part-${part}`} className="mb-3">
              {words.parts[part]}
            </h3>
            <dl>
              {EVALUATION[part].map((key) => (
                <div key={key} className="mb-3">
                  <dt className="muted small">{words.questions[key]}</dt>
                  <dd className="whitespace-pre-line break-words">
                    {shown?.answers[key] ?? <span className="muted">{words.noAnswer}</span>}
                  </dd>
                </div>
              ))}
            </dl>
            <Comments
              subject={`evaluation:${part}`}
              label={words.commentOf(words.parts[part])}
              comments={comments.filter(({ subject }) => subject === `evaluation:${part}`)}
              memberId={memberId}
              mayRemoveAll={canInExperiment(experiment.role, 'experiment.manage')}
              refused={refused}
            />
          </section>
        ))}
      </section>
      <aside aria-label={words.versions}>
        <Plate id="versions" title={words.versions}>
          {versions.length === 0 && <p className="muted">{words.none}</p>}
          <ol className="rope">
            {versions.map(({ version, author, writtenAt, publishedAt }) => (
              <li key={version} className={version === shown?.version ? 'now' : 'done'}>
                <Link
                  to={programmePaths.experimentEvaluation(experiment, version)}
                  aria-current={version === shown?.version ? 'true' : undefined}
                >
                  {words.version(version)}
                </Link>
                <p className="small muted">
                  {words.written(author ?? words.someone, dates.exact(writtenAt))}
                </p>
                {publishedAt && <p className="small">{words.published(dates.short(publishedAt))}</p>}
              </li>
            ))}
          </ol>
        </Plate>
      </aside>
    </div>
  );
}

/** What is answered, question by question. */
export function AnswerList({ answers }: { answers: EvaluationAnswers }) {
  return (
    <dl>
      {EVALUATION_KEYS.filter((key) => answers[key]).map((key) => (
        <div key={key} className="mb-3">
          <dt className="muted small">{words.questions[key]}</dt>
          <dd className="whitespace-pre-line break-words">{answers[key]}</dd>
        </div>
      ))}
    </dl>
  );
}
