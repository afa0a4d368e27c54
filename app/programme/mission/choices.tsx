import { CircleAlert } from 'lucide-react';
import { Asked } from '../../ui/field.tsx';

interface ChoicesProps {
  readonly legend: string;
  readonly name: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
}

/** Several of a short list. */
export function Choices({ legend, name, hint, error, options, chosen }: ChoicesProps) {
  const described = error ? `${name}-error ${name}-hint` : `${name}-hint`;
  return (
    <fieldset className={`my-4 ${error ? 'field invalid' : ''}`} aria-describedby={described} id={name}>
      <legend className="font-semibold">
        <Asked required>{legend}</Asked>
      </legend>
      <p className="muted small" id={`${name}-hint`}>
        {hint}
      </p>
      {error && (
        <p className="error" id={`${name}-error`}>
          <CircleAlert className="icon" aria-hidden="true" />
          <span>{error}</span>
        </p>
      )}
      {options.map(({ id, name: said }) => (
        <label className="check" key={id}>
          <input type="checkbox" name={name} value={id} defaultChecked={chosen.includes(id)} />
          <span>{said}</span>
        </label>
      ))}
    </fieldset>
  );
}
