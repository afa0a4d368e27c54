import { Form, Link } from 'react-router';
import { dates } from '#shared/kernel/dates.fr.ts';
import type { Effort } from '#shared/programme/experiment/effort.ts';
import { experiment as roleWords } from '#shared/programme/experiment/experiment.fr.ts';
import { experimentLog as words } from '#shared/programme/experiment/experiment-log.fr.ts';
import { type LogEntry, MOODS } from '#shared/programme/experiment/log.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { ErrorSummary, faultsOf } from '../../ui/error-summary.tsx';
import { Asked, TextAreaField, TextField } from '../../ui/field.tsx';
import { type Refused, refusedOf } from './refused.ts';

interface Version extends LogEntry {
  readonly version: number;
  readonly writtenAt: Date;
  readonly author: string | null;
}

interface LogFormProps {
  readonly experiment: { readonly id: string; readonly title: string };
  readonly month: string;
  readonly versions: readonly Version[];
  readonly efforts: readonly Effort[];
  readonly refused: Refused | undefined;
}

/** [EX11] The five-minute form of a month. Refused because somebody wrote meanwhile, it shows theirs beside what was typed. */
export function LogForm({ experiment, month, versions, efforts, refused }: LogFormProps) {
  const said = refusedOf(refused, 'log');
  const last = versions.at(-1);
  const typed = said?.values.month === month ? said.values : undefined;
  const seen = typed ? Number(typed.seen) || 0 : (last?.version ?? 0);
  const value = (name: 'done' | 'difficulties' | 'help') => typed?.[name] ?? last?.[name] ?? '';
  const mood = typed?.mood ?? last?.mood;
  return (
    <section className="plate mb-12" aria-labelledby="log-form">
      <h2 id="log-form" className="mb-4">
        {words.formTitle(month)}
      </h2>
      {typed && last && last.version !== seen && <OtherVersion version={last} />}
      <Form key={last?.version ?? 0} method="post" className="max-w-3xl" noValidate>
        <ErrorSummary title={words.refused} faults={faultsOf(said?.errors)} answer={said} />
        <input type="hidden" name="intent" value="log" />
        <input type="hidden" name="month" value={month} />
        {/* What has just been shown was read: the next try writes after it. */}
        <input type="hidden" name="seen" value={last?.version ?? 0} />
        <fieldset className="field" id="mood">
          <legend>
            <Asked required>{words.mood}</Asked>
          </legend>
          {said?.errors.mood && <p className="error">{said.errors.mood}</p>}
          {MOODS.map((known) => (
            <label key={known} className="check">
              <input type="radio" name="mood" value={known} defaultChecked={mood === known} />{' '}
              {words.moods[known]}
            </label>
          ))}
        </fieldset>
        <TextAreaField
          label={words.done}
          name="done"
          hint={words.doneHint}
          error={said?.errors.done}
          defaultValue={value('done')}
          rows={5}
          required
        />
        <TextAreaField
          label={words.difficulties}
          name="difficulties"
          defaultValue={value('difficulties')}
          rows={3}
        />
        <TextAreaField
          label={words.help}
          name="help"
          hint={words.helpHint}
          defaultValue={value('help')}
          rows={3}
        />
        <fieldset className="field mt-4" id="days">
          <legend>{words.days}</legend>
          <p className="hint">{words.daysHint}</p>
          <div className="flex flex-wrap gap-4 [&>.field+.field]:mt-0">
            {(['business', 'data'] as const).map((role) => {
              const kept = efforts.find((effort) => effort.month === month && effort.role === role);
              return (
                <div key={role} className="field">
                  <TextField
                    label={roleWords.roles[role]}
                    name={`days-${role}`}
                    inputMode="decimal"
                    autoComplete="off"
                    error={said?.errors[`days-${role}`]}
                    defaultValue={typed?.[`days-${role}`] ?? (kept ? words.number(kept.days) : '')}
                  />
                  <input type="hidden" name={`cost-${role}`} value={String(kept?.cost ?? 0)} />
                </div>
              );
            })}
          </div>
        </fieldset>
        <p className="row mt-6">
          <button className="btn primary" type="submit">
            {words.save}
          </button>
          <Link className="btn quiet" to={programmePaths.experimentLog(experiment)}>
            {words.cancel}
          </Link>
        </p>
      </Form>
      {versions.length > 1 && (
        <details className="mt-6">
          <summary>{words.history(versions.length)}</summary>
          <ol className="stack mt-3">
            {versions.map((version) => (
              <li key={version.version}>
                <p className="small muted">
                  {words.version(
                    version.version,
                    version.author ?? words.someone,
                    dates.exact(version.writtenAt),
                  )}
                </p>
                <EntryText entry={version} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function OtherVersion({ version }: { version: Version }) {
  return (
    <section className="card mb-6" aria-labelledby="other-version">
      <h3 id="other-version">{words.otherTitle}</h3>
      <p className="small muted">
        {words.otherText(version.author ?? words.someone, dates.exact(version.writtenAt))}
      </p>
      <EntryText entry={version} />
    </section>
  );
}

/** What a month says, part by part. */
export function EntryText({ entry }: { entry: LogEntry }) {
  return (
    <>
      <p className="whitespace-pre-line break-words">{entry.done}</p>
      {(['difficulties', 'help'] as const).map(
        (part) =>
          entry[part] && (
            <div key={part}>
              <p className="small muted mt-3">{words[part]}</p>
              <p className="whitespace-pre-line break-words">{entry[part]}</p>
            </div>
          ),
      )}
    </>
  );
}
