import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { isSingleLine } from '#shared/programme/application/answers.ts';
import { rowsOfBlock } from '#shared/programme/application/answers-of.ts';
import { addressOf } from '#shared/programme/application/application-doc.ts';
import { applicationForm as words } from '#shared/programme/application/application-form.fr.ts';
import type { FormField } from '#shared/programme/application/form.ts';
import { Asked } from '../../ui/field.tsx';
import { FieldControl } from './field-control.tsx';
import { useFormContext } from './form-world.ts';

/** A block of fields, as often as needed. */
export function RowsField({ field }: { field: FormField }) {
  const { raw, doc, edit, errorAt } = useFormContext();
  const [removed, setRemoved] = useState<string | null>(null);
  const isSingle = isSingleLine(field);
  const added = useRef<string | null>(null);
  const stored = rowsOfBlock(field, raw);
  const rows = isSingle ? stored.slice(0, 1) : stored;
  const error = errorAt(field.key);
  const isFull = field.max !== undefined && stored.length >= field.max;

  useEffect(() => {
    const [row] = stored.slice(-1);
    if (!row || row !== added.current) return;
    added.current = null;
    document.getElementById(addressOf(field.fields[0]?.key ?? '', { block: field.key, row }))?.focus();
  });

  return (
    <fieldset className={error ? 'field invalid' : 'field'} id={field.key} tabIndex={-1}>
      <legend>
        <Asked required={field.isRequired}>{field.label}</Asked>
      </legend>
      {field.help && <p className="hint">{field.help}</p>}
      {error && <p className="error">{error}</p>}
      {rows.map((row, at) => (
        <div
          className="plate mt-4"
          key={row}
          {...(!isSingle && {
            role: 'group',
            'aria-label': `${words.line(at + 1)}${words.lineOf(at + 1, field.label)}`,
          })}
        >
          {!isSingle && (
            <div className="row mb-2">
              <strong>{words.line(at + 1)}</strong>
              <button
                className="btn quiet sm push"
                {...(doc
                  ? { type: 'button' as const }
                  : { type: 'submit' as const, name: 'removeRow', value: `${field.key}/${row}` })}
                onClick={() => {
                  if (!doc) return;
                  edit({ kind: 'removeRow', block: field.key, row });
                  setRemoved(row);
                }}
              >
                <Trash2 className="icon" aria-hidden="true" />
                {words.removeLine}
                <span className="vh">{words.lineOf(at + 1, field.label)}</span>
              </button>
            </div>
          )}
          {field.fields.map((inner) => (
            <FieldControl
              key={inner.key}
              field={inner}
              address={addressOf(inner.key, { block: field.key, row })}
            />
          ))}
        </div>
      ))}
      {!isSingle && (
        <p className="row mt-4">
          {!isFull && (
            <button
              className="btn sm"
              {...(doc
                ? { type: 'button' as const }
                : { type: 'submit' as const, name: 'addRow', value: field.key })}
              onClick={() => {
                if (!doc) return;
                const row = crypto.randomUUID();
                added.current = row;
                edit({ kind: 'addRow', block: field.key, row });
                setRemoved(null);
              }}
            >
              <Plus className="icon" aria-hidden="true" />
              {words.addLine}
              <span className="vh">{words.toBlock(field.label)}</span>
            </button>
          )}
          {removed && (
            <button
              className="btn quiet sm"
              type="button"
              onClick={() => {
                edit({ kind: 'addRow', block: field.key, row: removed });
                setRemoved(null);
              }}
            >
              {words.restoreLine}
            </button>
          )}
        </p>
      )}
    </fieldset>
  );
}
