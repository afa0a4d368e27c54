import { Link } from 'react-router';
import type { FormFault } from '#shared/programme/application/check-form.ts';
import { callForm as words } from '#shared/programme/call/call-form.fr.ts';
import { programmePaths } from '#shared/programme/programme-paths.ts';
import { PostButton } from '../../ui/post-button.tsx';

interface FormStateProps {
  readonly call: { readonly id: string; readonly title: string };
  readonly version: number;
  readonly changes: number;
  readonly faults: readonly FormFault[];
}

/** What was changed since the last version, and what can be done with it. */
export function FormState({ call, version, changes, faults }: FormStateProps) {
  const next = version + 1;
  return (
    <section className="plate" id="etat-du-formulaire" aria-label={words.title}>
      {changes > 0 && <p className="mb-3">{words.changed(changes, next)}</p>}
      {changes > 0 && faults.length > 0 && (
        <div className="note warning mb-4">
          <div>
            <p>
              <strong>{words.cannotSave}</strong>
            </p>
            <ul>
              {faults.map(({ code, name, field }) => (
                <li key={`${code} ${name}`}>
                  {field ? (
                    <Link to={programmePaths.callFormField(call, { key: field })}>
                      {words.faults[code](name)}
                    </Link>
                  ) : (
                    words.faults[code](name)
                  )}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      <div className="row">
        <Link className="btn" to={programmePaths.callFormPreview(call)}>
          {words.preview}
        </Link>
        {changes > 0 && (
          <>
            <PostButton fields={{ intent: 'undo' }} className="btn">
              {words.undo}
            </PostButton>
            <PostButton fields={{ intent: 'discard' }} className="btn quiet">
              {words.discard}
            </PostButton>
            {faults.length === 0 && (
              <PostButton fields={{ intent: 'save' }} className="btn primary">
                {words.save(next)}
              </PostButton>
            )}
          </>
        )}
      </div>
      {changes > 0 && <p className="muted small mt-2">{words.saveHint}</p>}
    </section>
  );
}
