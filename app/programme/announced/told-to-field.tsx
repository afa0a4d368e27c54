import { CircleAlert } from 'lucide-react';
import { toldTo as words } from '#shared/programme/told-to.fr.ts';
import { TOLD_TO } from '#shared/programme/told-to.ts';
import { Asked } from '../../ui/field.tsx';

/** For whom something of the programme is; nothing is chosen in advance. */
export function ToldToField({ defaultValue, error }: { defaultValue: string; error: string | undefined }) {
  return (
    <fieldset className="mt-5" id="toldTo" aria-describedby={error && 'toldTo-error'}>
      <legend>
        <Asked required>{words.legend}</Asked>
      </legend>
      {error && (
        <p className="error" id="toldTo-error">
          <CircleAlert className="icon" aria-hidden="true" />
          <span>{error}</span>
        </p>
      )}
      {TOLD_TO.map((value) => (
        <label className="check mt-2" key={value}>
          <input type="radio" name="toldTo" value={value} defaultChecked={value === defaultValue} required />
          <span>
            <strong>{words.names[value]}</strong>
            <span className="muted block small">{words.hints[value]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
