import type { ReactNode } from 'react';
import { dataset } from '#shared/library/dataset/dataset.fr.ts';
import { paths } from '#shared/paths.ts';
import { adoption as words } from '#shared/publication/adoption/adoption.fr.ts';
import {
  type AskedNeed,
  CONDITION_ANSWERS,
  CONDITION_FIELDS,
  CONDITIONS,
  DATA_ANSWERS,
  type FeasibilityAnswers,
  needFields,
} from '#shared/publication/adoption/feasibility.ts';
import { type Proposal, withProposals } from '#shared/publication/adoption/proposal.ts';
import type { SheetNeed } from '#shared/publication/sheet/sheet-facts.ts';
import { Prose } from '../../ui/prose.tsx';

interface CheckQuestionsProps {
  readonly needs: readonly (SheetNeed & AskedNeed)[];
  readonly answers: FeasibilityAnswers;
  readonly proposals: readonly Proposal[];
  /** Days and money of the sheet, in words; empty when it does not say. */
  readonly effort: string;
  /** What the sheet says of its conditions, as markup; empty for nothing. */
  readonly conditionsSaid: string;
}

/** [RP2] One question a data set and a condition, each with « I do not know yet ». Works without script. */
export function CheckQuestions({ needs, answers, proposals, effort, conditionsSaid }: CheckQuestionsProps) {
  const data = new Map(withProposals(answers.data, proposals).map(({ name, answer }) => [name, answer]));
  const isSaid = new Set(answers.data.map(({ name }) => name));
  const proposed = new Map(proposals.map((proposal) => [proposal.name, proposal]));
  return (
    <>
      <section className="plate" aria-labelledby="questions-donnees">
        <h2 id="questions-donnees">{words.dataTitle}</h2>
        {needs.length === 0 && <p className="muted mt-2">{words.noNeeds}</p>}
        {needFields(needs).map(({ field, name, importance, producerKind, status }) => {
          const proposal = isSaid.has(name) ? undefined : proposed.get(name);
          return (
            <Question
              key={field}
              field={field}
              legend={
                <>
                  {name} <span className="badge">{words.importance[importance]}</span>
                </>
              }
              hint={words.there(
                dataset.producerKinds[producerKind].toLocaleLowerCase('fr'),
                dataset.accessShort[status].toLocaleLowerCase('fr'),
              )}
              proposed={proposal && <Ground ground={proposal.ground} />}
              choices={DATA_ANSWERS.map((value) => ({ value, text: words.answers[value] }))}
              chosen={data.get(name)}
            />
          );
        })}
      </section>
      <section className="plate" aria-labelledby="questions-conditions">
        <h2 id="questions-conditions">{words.conditionsTitle}</h2>
        {conditionsSaid && (
          <details className="mt-3" open>
            <summary>{words.conditionsSaid}</summary>
            <Prose className="prose mx-0 mt-2" html={conditionsSaid} />
          </details>
        )}
        {CONDITIONS.map((condition) => (
          <Question
            key={condition}
            field={CONDITION_FIELDS[condition]}
            legend={words.questions[condition]}
            hint={condition === 'means' && effort ? words.effort(effort) : ''}
            choices={CONDITION_ANSWERS.map((value) => ({ value, text: words.conditionAnswers[value] }))}
            chosen={answers.conditions[condition]}
          />
        ))}
      </section>
    </>
  );
}

function Ground({ ground }: Pick<Proposal, 'ground'>) {
  if (ground.kind === 'national') return words.national;
  return (
    <>
      {words.declaredBy[ground.owner]} <a href={paths.dataset(ground)}>{ground.title}</a>
    </>
  );
}

interface QuestionProps {
  readonly field: string;
  readonly legend: ReactNode;
  readonly hint: string;
  /** Why an answer is already ticked. */
  readonly proposed?: ReactNode;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly chosen: string | undefined;
}

function Question({ field, legend, hint, proposed, choices, chosen }: QuestionProps) {
  const hints = [hint && `${field}-rappel`, proposed && `${field}-propose`].filter(Boolean).join(' ');
  return (
    <fieldset id={field} className="mt-6" aria-describedby={hints || undefined}>
      <legend className="font-semibold break-words">{legend}</legend>
      {hint && (
        <p className="small muted" id={`${field}-rappel`}>
          {hint}
        </p>
      )}
      {proposed && (
        <p className="small mt-1" id={`${field}-propose`}>
          <strong>{words.proposed}</strong>
          {'\u00a0: '}
          {proposed}
        </p>
      )}
      <div className="flex flex-wrap gap-x-5">
        {[...choices, { value: '', text: words.unknown }].map(({ value, text }) => (
          <label className="check" key={value}>
            <input type="radio" name={field} value={value} defaultChecked={value === (chosen ?? '')} />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
