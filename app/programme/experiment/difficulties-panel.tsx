import { Form } from 'react-router';
import { dayWords } from '#shared/kernel/day/day-words.fr.ts';
import { DIFFICULTY_KINDS, type DifficultyFields } from '#shared/programme/experiment/difficulty.ts';
import { experimentLog as words } from '#shared/programme/experiment/experiment-log.fr.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { PostButton } from '../../ui/post-button.tsx';
import { ChoiceField } from '../../ui/records/form-section.tsx';
import { type Refused, refusedOf } from './refused.ts';

interface Difficulty extends DifficultyFields {
  readonly id: string;
}

interface DifficultiesPlateProps {
  readonly difficulties: readonly Difficulty[];
  readonly today: string;
  readonly mayWrite: boolean;
  readonly refused: Refused | undefined;
}

/** [EX14] What stood in the way and what helped, open ones first. */
export function DifficultiesPlate({ difficulties, today, mayWrite, refused }: DifficultiesPlateProps) {
  const open = difficulties.filter(({ resolvedOn }) => resolvedOn === null);
  const sorted = [...open, ...difficulties.filter(({ resolvedOn }) => resolvedOn !== null)];
  return (
    <section className="plate mt-12" id="difficultes" aria-labelledby="difficulties">
      <header>
        <h2 id="difficulties">{words.difficultiesTitle}</h2>
        {open.length > 0 && <span>{words.openCount(open.length)}</span>}
      </header>
      {sorted.length === 0 && <p className="muted">{words.noDifficulty}</p>}
      <ul className="ruled">
        {sorted.map((difficulty) => (
          <li key={difficulty.id}>
            <p>
              <strong>{words.kinds[difficulty.kind]}</strong>{' '}
              <span className={`badge ${difficulty.resolvedOn ? 'success' : 'warning'}`}>
                {difficulty.resolvedOn ? words.resolved(dayWords.short(difficulty.resolvedOn)) : words.open}
              </span>
            </p>
            <p className="whitespace-pre-line break-words">{difficulty.description}</p>
            {difficulty.lever && (
              <p className="small whitespace-pre-line break-words">
                {words.lever}
                {'\u00a0: '}
                {difficulty.lever}
              </p>
            )}
            <p className="small muted">{words.metOn(dayWords.long(difficulty.metOn))}</p>
            {mayWrite && (
              <div className="row">
                <DifficultyForm difficulty={difficulty} today={today} refused={refused} />
                <PostButton
                  fields={{ intent: 'removeDifficulty', difficultyId: difficulty.id }}
                  className="btn quiet sm"
                >
                  {words.remove}
                  <span className="vh">{words.difficultyOf(difficulty.description)}</span>
                </PostButton>
              </div>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <div className="mt-4">
          <DifficultyForm key={difficulties.length} today={today} refused={refused} />
        </div>
      )}
    </section>
  );
}

function DifficultyForm({
  difficulty,
  today,
  refused,
}: {
  difficulty?: Difficulty;
  today: string;
  refused: Refused | undefined;
}) {
  const id = difficulty?.id ?? '';
  const said = refusedOf(refused, `difficulty ${id}`);
  const kept = said?.values ?? difficulty;
  const control = (name: keyof DifficultyFields) => ({
    name,
    id: `${name}-${id || 'new'}`,
    error: said?.errors[name],
    defaultValue: kept?.[name] ?? '',
  });
  return (
    <details open={said !== undefined} className="min-w-0 flex-1">
      <summary>
        {difficulty ? words.changeDifficulty : words.addDifficulty}
        {difficulty && <span className="vh">{words.difficultyOf(difficulty.description)}</span>}
      </summary>
      <Form method="post" className="mt-3 max-w-3xl" noValidate>
        <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
        <input type="hidden" name="intent" value="difficulty" />
        <input type="hidden" name="difficultyId" value={id} />
        <ChoiceField label={words.kind} {...control('kind')} known={DIFFICULTY_KINDS} said={words.kinds} />
        <TextAreaField label={words.description} {...control('description')} rows={3} required />
        <TextAreaField label={words.leverField} {...control('lever')} rows={2} />
        <div className="flex flex-wrap items-end gap-4 mt-4 [&>.field+.field]:mt-0">
          <TextField
            label={words.metField}
            type="date"
            {...control('metOn')}
            defaultValue={kept?.metOn ?? today}
          />
          <TextField label={words.resolvedField} type="date" {...control('resolvedOn')} />
          <button className="btn" type="submit">
            {words.saveDifficulty}
          </button>
        </div>
      </Form>
    </details>
  );
}
