import { useId } from 'react';
import { board as words } from '#shared/boards/board.fr.ts';
import type { Column } from '#shared/boards/board.ts';
import { SelectField } from '../../ui/field.tsx';

interface ColumnFieldProps {
  readonly columns: readonly Column[];
  readonly value: string;
  readonly onChange: (columnId: string) => void;
}

/** The column to move cards to. */
export function ColumnField({ columns, value, onChange }: ColumnFieldProps) {
  const id = useId();
  return (
    <SelectField
      label={words.column}
      name="column"
      id={id}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      {columns.map((column) => (
        <option key={column.id} value={column.id}>
          {column.name || words.unnamedColumn}
        </option>
      ))}
    </SelectField>
  );
}
