import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type FormEvent, useContext, useEffect, useState } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarStateContext,
  Heading,
} from 'react-aria-components';
import { readAttrs } from '#shared/documents/attribute/document-attributes.ts';
import { documentInserts } from '#shared/documents/insert/document-inserts.fr.ts';
import { TextField } from '../../ui/field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Dialog } from '../../ui/late/dialog.tsx';
import type { EditorDialogProps } from '../editor/editor-dialog.ts';
import { later } from '../editor/later.ts';
import { changeNode, selectedNode } from './insert-blocks.ts';

const words = documentInserts.date;

/** Puts a day into the text, or changes the one that is selected: typed, or chosen in a calendar. */
export function DateDialog({ editor, onClose }: EditorDialogProps) {
  const [selected] = useState(() => selectedNode(editor, 'date'));
  const [day, setDay] = useState(() => readAttrs('date', selected?.node.attrs).day ?? today());
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (readAttrs('date', { day }).day === null) return setWrong(true);
    onClose();
    later(() => {
      if (selected) return changeNode(editor, selected.at, 'date', { day });
      editor
        .chain()
        .focus()
        .insertContent([
          { type: 'date', attrs: { day } },
          { type: 'text', text: ' ' },
        ])
        .run();
    });
  };
  return (
    <Dialog title={words.title} isOpen onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <TextField
          label={words.day}
          name="jour"
          required
          type="date"
          min="1900-01-01"
          max="2199-12-31"
          error={isWrong ? words.invalid : undefined}
          value={day}
          onChange={({ currentTarget }) => {
            setDay(currentTarget.value);
            setWrong(false);
          }}
        />
        <Calendar
          className="calendar"
          aria-label={words.calendar}
          onChange={(value) => {
            setDay(value.toString());
            setWrong(false);
          }}
        >
          <header>
            <Button slot="previous" className="btn sm" aria-label={words.previous}>
              <ChevronLeft className="icon" aria-hidden="true" />
            </Button>
            <Heading />
            <Button slot="next" className="btn sm" aria-label={words.next}>
              <ChevronRight className="icon" aria-hidden="true" />
            </Button>
          </header>
          <CalendarGrid weekdayStyle="short">
            <CalendarGridHeader>
              {(name) => <CalendarHeaderCell>{name}</CalendarHeaderCell>}
            </CalendarGridHeader>
            <CalendarGridBody>{(date) => <CalendarCell date={date} />}</CalendarGridBody>
          </CalendarGrid>
          <ShowDay day={day} />
        </Calendar>
        <FormActions cancel={words.cancel} submit={selected ? words.save : words.submit} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

/** The day that is typed is the one that the calendar shows. */
function ShowDay({ day }: { day: string }) {
  const state = useContext(CalendarStateContext);
  useEffect(() => {
    if (!state || readAttrs('date', { day }).day === null || state.value?.toString() === day) return;
    const [year, month, date] = day.split('-').map(Number);
    if (!year || !month || !date) return;
    const shown = state.focusedDate.set({ year, month, day: date });
    state.setValue(shown);
    state.setFocusedDate(shown);
  }, [state, day]);
  return null;
}

/** On the calendar of this machine. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
