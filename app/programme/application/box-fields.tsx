import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { applicationForm as words } from '#shared/programme/application/application-form.fr.ts';
import type { SimpleField } from '#shared/programme/application/form.ts';
import { Asked } from '../../ui/field.tsx';
import { useFormContext } from './form-world.ts';

interface BoxFieldProps {
  readonly field: SimpleField;
  readonly address: string;
  readonly error: string | undefined;
}

/** Several controls under one name. */
function Boxes({ field, address, error, children }: BoxFieldProps & { children: ReactNode }) {
  const described = [error && `${address}-error`, field.help && `${address}-hint`].filter(Boolean).join(' ');
  return (
    <fieldset
      className={error ? 'field invalid' : 'field'}
      id={address}
      tabIndex={-1}
      {...(described && { 'aria-describedby': described })}
    >
      <legend>
        <Asked required={field.isRequired}>{field.label}</Asked>
      </legend>
      {field.help && (
        <p className="hint" id={`${address}-hint`}>
          {field.help}
        </p>
      )}
      {error && (
        <p className="error" id={`${address}-error`}>
          <CircleAlert className="icon" aria-hidden="true" />
          <span>{error}</span>
        </p>
      )}
      {children}
    </fieldset>
  );
}

/** A box of its own value: two people who tick two boxes both keep theirs. */
function Box({ address, label }: { address: string; label: string }) {
  const { doc, raw, edit } = useFormContext();
  const isTicked = raw.values[address] === true;
  const state = doc
    ? {
        checked: isTicked,
        onChange: () => edit({ kind: 'value', address, value: isTicked ? null : true }),
      }
    : { defaultChecked: isTicked };
  return (
    <label className="application-box">
      <input key={doc ? 'live' : 'plain'} type="checkbox" name={address} {...state} />
      <span>{label}</span>
    </label>
  );
}

export function ChoicesField(props: BoxFieldProps) {
  return (
    <Boxes {...props}>
      {props.field.choices.map(({ key, label }) => (
        <Box key={key} address={`${props.address}#${key}`} label={label} />
      ))}
    </Boxes>
  );
}

/** A commitment: its box says the whole sentence. */
export function OneBox(props: BoxFieldProps) {
  return (
    <Boxes {...props}>
      <Box address={props.address} label={words.commit} />
    </Boxes>
  );
}

export function PeriodField(props: BoxFieldProps) {
  return (
    <Boxes {...props}>
      <div className="row items-end">
        {(['from', 'to'] as const).map((end) => (
          <Day
            key={end}
            address={`${props.address}#${end}`}
            label={words.period[end]}
            owner={props.address}
          />
        ))}
      </div>
    </Boxes>
  );
}

function Day({ address, label, owner }: { address: string; label: string; owner: string }) {
  const { doc, raw, edit, setFocused } = useFormContext();
  const value = String(raw.values[address] ?? '');
  const state = doc
    ? {
        value,
        onChange: (event: { currentTarget: { value: string } }) =>
          edit({ kind: 'value', address, value: event.currentTarget.value || null }),
      }
    : { defaultValue: value };
  return (
    <label className="font-normal">
      <span className="block small">{label}</span>
      <input
        key={doc ? 'live' : 'plain'}
        className="input"
        type="date"
        name={address}
        {...state}
        onFocus={() => setFocused(owner)}
        onBlur={() => setFocused(null)}
      />
    </label>
  );
}
