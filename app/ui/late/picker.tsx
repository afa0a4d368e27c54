import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Field } from '../field.tsx';
import { ListOption } from './list-option.tsx';

/** Something to choose from a list that follows what one types. */
export interface Pick {
  readonly id: string;
  readonly label: string;
  /** What tells it from another of the same name. */
  readonly detail?: string;
}

interface PickerProps {
  readonly label: string;
  readonly hint?: string;
  /** Why the last choice was refused. */
  readonly error?: string | undefined;
  /** What may be chosen for these words; the same function as long as the answer is the same. */
  readonly find: (query: string) => readonly Pick[] | Promise<readonly Pick[]>;
  readonly onPick: (pick: Pick) => void;
  readonly onClose: () => void;
  readonly words: {
    readonly list: string;
    readonly none: string;
    readonly cancel: string;
    readonly count: (count: number) => string;
  };
}

/** One choice among many, by its name: arrows and Enter choose, Escape goes back. Focused as it appears. */
export function Picker({ label, hint, error, find, onPick, onClose, words }: PickerProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly Pick[] | null>(null);
  const [at, setAt] = useState(0);

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    let isCurrent = true;
    void Promise.resolve(find(query)).then(
      (picks) => {
        if (!isCurrent) return;
        setFound(picks);
        setAt(0);
      },
      () => isCurrent && setFound([]),
    );
    return () => {
      isCurrent = false;
    };
  }, [find, query]);

  const picks = found ?? [];
  const chosen = Math.min(at, picks.length - 1);
  function onKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const pick = picks[chosen];
    if (event.key === 'Escape') onClose();
    else if (step && picks.length > 0) setAt((chosen + step + picks.length) % picks.length);
    else if (event.key === 'Enter') pick && onPick(pick);
    else return;
    event.preventDefault();
  }
  return (
    <div className="picker">
      <Field label={label} name="picker" id={`${id}field`} hint={hint} error={error}>
        {(control) => (
          <input
            {...control}
            className="input sm"
            type="text"
            autoComplete="off"
            ref={field}
            value={query}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={picks.length > 0}
            {...(picks.length > 0 && {
              'aria-controls': `${id}list`,
              'aria-activedescendant': `${id}list-${chosen}`,
            })}
            onChange={({ currentTarget }) => setQuery(currentTarget.value)}
            onKeyDown={onKey}
          />
        )}
      </Field>
      {picks.length > 0 && (
        <div className="picker-list" role="listbox" id={`${id}list`} aria-label={words.list}>
          {picks.map((pick, index) => (
            <ListOption
              key={pick.id}
              id={`${id}list-${index}`}
              isMeant={index === chosen}
              onChoose={() => onPick(pick)}
            >
              <span>
                {pick.label}
                {pick.detail && <span className="muted xs"> {pick.detail}</span>}
              </span>
            </ListOption>
          ))}
        </div>
      )}
      {found?.length === 0 && <p className="muted small">{words.none}</p>}
      <span className="vh" role="status">
        {picks.length > 0 ? words.count(picks.length) : ''}
      </span>
      <button className="btn quiet sm" type="button" onClick={onClose}>
        {words.cancel}
      </button>
    </div>
  );
}
