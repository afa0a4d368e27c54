import { isMergedText } from '#shared/programme/application/answers-of.ts';
import { applicationForm as words } from '#shared/programme/application/application-form.fr.ts';
import type { SimpleField } from '#shared/programme/application/form.ts';
import { Field } from '../../ui/field.tsx';
import { ChoicesField, OneBox, PeriodField } from './box-fields.tsx';
import { FileField } from './file-field.tsx';
import { useFormContext } from './form-world.ts';
import { LiveText } from './live-text.tsx';
import { Options } from './place-options.tsx';

const TYPES = { email: 'email', phone: 'tel', url: 'url', date: 'date' } as const;
const SELECTS: readonly SimpleField['kind'][] = ['choice', 'municipality', 'agreement', 'intermunicipality'];

/** One field of the form at its address: live when the room is open, a plain control that is sent otherwise. */
export function FieldControl({ field, address }: { field: SimpleField; address: string }) {
  const { errorAt } = useFormContext();
  const common = { field, address, error: errorAt(address) };
  switch (field.kind) {
    case 'choices':
      return <ChoicesField {...common} />;
    case 'period':
      return <PeriodField {...common} />;
    case 'commitment':
      return <OneBox {...common} />;
    case 'file':
      return <FileField {...common} />;
    default:
      return <OneLine {...common} />;
  }
}

/** Whatever has one label and one control. */
function OneLine({
  field,
  address,
  error,
}: {
  field: SimpleField;
  address: string;
  error: string | undefined;
}) {
  const { doc, raw, edit, setFocused } = useFormContext();
  const focus = { onFocus: () => setFocused(address), onBlur: () => setFocused(null) };
  const hint = [field.help, words.lengthHint(field)].filter(Boolean).join(' ') || undefined;
  const rows = field.kind === 'longText' ? 7 : 1;
  const stored = raw.values[address];
  const value = typeof stored === 'object' || stored === undefined ? '' : String(stored);
  const set = (given: string) =>
    edit({ kind: 'value', address, value: field.kind === 'yesNo' ? yesNo(given) : given || null });
  const live = doc
    ? { value, onChange: (event: { currentTarget: { value: string } }) => set(event.currentTarget.value) }
    : { defaultValue: value };
  return (
    <Field label={field.label} name={address} hint={hint} error={error} required={field.isRequired}>
      {(control) => {
        if (isMergedText(field)) {
          if (doc) return <LiveText key="live" {...{ doc, address, control, rows }} {...focus} />;
          const plain = {
            ...control,
            className: 'input',
            autoComplete: 'off',
            defaultValue: raw.texts[address] ?? '',
          };
          return rows > 1 ? (
            <textarea key="plain" {...plain} rows={rows} />
          ) : (
            <input key="plain" {...plain} />
          );
        }
        const key = doc ? 'live' : 'plain';
        if (field.kind === 'yesNo' || SELECTS.includes(field.kind))
          return (
            <select key={key} className="input" {...control} {...live} {...focus}>
              <option value="">{words.choose}</option>
              <Options field={field} chosen={value} />
            </select>
          );
        return (
          <input
            key={key}
            className="input"
            type={field.kind in TYPES ? TYPES[field.kind as keyof typeof TYPES] : 'text'}
            inputMode={field.kind === 'siret' ? 'numeric' : field.kind === 'number' ? 'decimal' : undefined}
            autoComplete="off"
            {...control}
            {...live}
            {...focus}
          />
        );
      }}
    </Field>
  );
}

function yesNo(given: string): boolean | null {
  return given === '' ? null : given === 'true';
}
