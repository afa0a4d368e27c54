import { Settings2 } from 'lucide-react';
import { useId } from 'react';
import { boardLayouts } from '#shared/boards/board-layouts.fr.ts';
import {
  GROUPINGS,
  TABLE_FIELDS,
  type TableSettings,
  withTable,
} from '#shared/boards/view/layout-address.ts';
import { optionsOf } from '../../ui/choices.tsx';
import { ChoiceButton } from '../../ui/late/menu.tsx';
import { useBoardAddress } from '../parts/use-board-address.ts';

const words = boardLayouts.table;

interface TableToolsProps {
  readonly settings: TableSettings;
  readonly count: number;
  readonly onChange: (next: URLSearchParams) => void;
}

/** How the list is cut into groups, and which of its columns are shown. */
export function TableTools({ settings, count, onChange }: TableToolsProps) {
  const id = useId();
  const { params } = useBoardAddress();
  const set = (change: Partial<TableSettings>) => onChange(withTable(params, { ...settings, ...change }));
  return (
    <div className="layout-tools">
      <span className="row nowrap">
        <label className="small" htmlFor={id}>
          {words.groupBy}
        </label>
        <select
          className="input sm"
          id={id}
          value={settings.grouping ?? ''}
          onChange={({ target: { value } }) =>
            set({ grouping: GROUPINGS.find((known) => known === value) ?? null })
          }
        >
          <option value="">{words.noGrouping}</option>
          {optionsOf(GROUPINGS, words.groupings)}
        </select>
      </span>
      <ChoiceButton
        className="btn sm"
        label={words.shownFields}
        choices={TABLE_FIELDS.map((field) => ({ id: field, label: words.fields[field] }))}
        chosen={settings.fields}
        empty=""
        onChange={(chosen) => set({ fields: TABLE_FIELDS.filter((field) => chosen.includes(field)) })}
      >
        <Settings2 className="icon" aria-hidden="true" />
        {words.choose}
      </ChoiceButton>
      <span className="muted small push">{words.count(count)}</span>
    </div>
  );
}
