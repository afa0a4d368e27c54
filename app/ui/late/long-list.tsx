import { ChevronsUpDown } from 'lucide-react';
import { type KeyboardEvent, useContext, useEffect, useId, useRef, useState } from 'react';
import { type ControlProps, FormWords } from '../form-words.ts';
import type { Option } from '../options.ts';
import { ListOption } from './list-option.tsx';

interface LongListProps {
  readonly control: ControlProps;
  readonly options: readonly Option[];
  /** The value of what is chosen before anybody types; empty for none. */
  readonly chosen: string;
}

/** More of them are not read: whoever looks for one types on. */
const DRAWN = 100;

/**
 * [W4] One of many, found by any of its words; what is sent is the value of the option, empty while none is chosen. Arrows and Enter choose,
 * Escape and leaving put back what was chosen; emptied, it is none.
 */
export function LongList({ control, options, chosen: first }: LongListProps) {
  const { id, name, ...told } = control;
  const list = useId();
  const { hasWords, found: say, noChoice } = useContext(FormWords);
  const none = options.find(({ value }) => value === '')?.text;
  const all = options.filter(({ value }) => value !== '');
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(first);
  const nameOf = (value: string) => all.find((option) => option.value === value)?.text ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const isOpen = typed !== null;
  // What is chosen stands in the field as it opens: that is no search.
  const query = typed === nameOf(chosen) ? '' : (typed ?? '');
  const found = isOpen ? all.filter(({ text, group = '' }) => hasWords(`${text} ${group}`, query)) : [];
  const shown = found.slice(0, DRAWN);
  // None is meant until one is typed for, or reached by an arrow, unless it is chosen already.
  const current = at < shown.length ? at : -1;
  useEffect(() => {
    box.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  function open(text: string) {
    setTyped(text);
    setAt(text === nameOf(chosen) ? all.findIndex(({ value }) => value === chosen) : 0);
  }
  function choose(value: string) {
    setChosen(value);
    setTyped(null);
  }
  function leave() {
    if (typed === '') setChosen('');
    setTyped(null);
  }
  function onKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !isOpen) open(nameOf(chosen));
    else if (step && shown.length > 0) setAt((current + step + shown.length) % shown.length);
    else if (event.key === 'Enter' && isOpen) shown[current] ? choose(shown[current].value) : leave();
    else if (event.key === 'Escape' && isOpen) setTyped(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div className="long-list">
      <input type="hidden" name={name} value={chosen} />
      <input
        {...told}
        id={id}
        className="input"
        type="text"
        autoComplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        {...(shown.length > 0 && { 'aria-controls': list })}
        {...(current >= 0 && { 'aria-activedescendant': `${list}-${current}` })}
        placeholder={none}
        value={typed ?? nameOf(chosen)}
        onChange={({ currentTarget }) => open(currentTarget.value)}
        onClick={() => open(typed ?? nameOf(chosen))}
        onKeyDown={onKey}
        onBlur={leave}
      />
      <ChevronsUpDown className="icon" aria-hidden="true" />
      {shown.length > 0 && (
        <div className="long-list-found" role="listbox" id={list} aria-labelledby={`${id}-label`} ref={box}>
          {shown.map(({ value, text, group }, index) => (
            <ListOption
              key={value}
              id={`${list}-${index}`}
              isMeant={index === current}
              onChoose={() => choose(value)}
            >
              {text}
              {group && <span className="muted xs"> {group}</span>}
            </ListOption>
          ))}
        </div>
      )}
      {isOpen && found.length === 0 && <p className="long-list-found menu-empty">{noChoice}</p>}
      <span className="vh" role="status">
        {isOpen ? (found.length > 0 ? say(found.length) : noChoice) : ''}
      </span>
    </div>
  );
}
