import { meeting } from '#shared/meetings/meeting/meeting.fr.ts';

const words = meeting.form;

/** Of a series: this meeting, or the rest of it too. */
export function ScopeField({
  id,
  chosen = 'one',
  hint,
}: {
  id: string;
  chosen: string | undefined;
  hint?: string;
}) {
  return (
    <fieldset className="mt-5" aria-describedby={hint && `${id}-scope-hint`}>
      <legend>{words.scope}</legend>
      {(['one', 'following'] as const).map((value) => (
        <label className="check mt-2" key={value}>
          <input type="radio" name="scope" value={value} defaultChecked={value === chosen} />
          <span>{value === 'one' ? words.scopeOne : words.scopeFollowing}</span>
        </label>
      ))}
      {hint && (
        <p className="muted small mt-2" id={`${id}-scope-hint`}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
