import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { search } from '#shared/search/search.fr.ts';
import { AriaFrame } from '../ui/late/aria-frame.tsx';
import { Dialog } from '../ui/late/dialog.tsx';
import { PaletteList } from './palette-list.tsx';
import { type PaletteOption, sectionsOf } from './palette-options.ts';
import { useQuickSearch } from './use-quick-search.ts';
import './search.css';

const words = search.palette;

export interface PaletteProps {
  readonly mayAdminister: boolean;
  readonly onClose: () => void;
}

/** [SE9] Go to a page, make a document, search everything: one field, arrows, Enter. */
export function Palette({ mayAdminister, onClose }: PaletteProps) {
  return (
    <AriaFrame>
      <Dialog title={words.title} isOpen onClose={onClose}>
        <PaletteBody mayAdminister={mayAdminister} onClose={onClose} />
      </Dialog>
    </AriaFrame>
  );
}

function PaletteBody({ mayAdminister, onClose }: PaletteProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const navigate = useNavigate();
  const answer = useQuickSearch(text);
  const sections = sectionsOf({ text, answer, mayAdminister });
  const options = sections.flatMap((section) => section.options);
  const chosen = Math.min(at, options.length - 1);
  useEffect(() => field.current?.focus(), []);

  function choose({ path }: PaletteOption) {
    onClose();
    navigate(path);
  }
  function onKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const option = options[chosen];
    if (step && options.length > 0) setAt((chosen + step + options.length) % options.length);
    else if (event.key === 'Enter') option && choose(option);
    else return;
    event.preventDefault();
  }
  const refusal = answer.refusal && text.trim() ? search.errors[answer.refusal] : null;
  return (
    <div className="palette">
      <input
        ref={field}
        className="input"
        type="text"
        inputMode="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={words.title}
        aria-describedby={`${id}hint`}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={options.length > 0}
        aria-controls={`${id}list`}
        {...(options.length > 0 && { 'aria-activedescendant': `${id}list-${chosen}` })}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <PaletteList id={`${id}list`} sections={sections} chosen={chosen} onChoose={choose} />
      {(refusal ?? (answer.hasFailed ? words.failed : null)) && (
        <p className="palette-note">{refusal ?? words.failed}</p>
      )}
      <p className="palette-note xs" id={`${id}hint`}>
        {words.hint}
      </p>
      <span className="vh" role="status">
        {answer.isCurrent ? words.spoken(options.length) : ''}
      </span>
    </div>
  );
}
