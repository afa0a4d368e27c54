import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { comment as words } from '#shared/documents/comment/comment.fr.ts';
import { hasWords } from '#shared/kernel/text/fold.ts';
import { initialsOf, type PersonBadge } from '#shared/people/organisation/organisation.ts';
import { Avatar } from '../../ui/avatar.tsx';
import type { ControlProps } from '../../ui/form-words.ts';

const MOST = 6;
/** « @ » at the start of a word, and what was typed of a name since. */
const ASKING = /(?:^|[\s(«])@([^\n@]{0,40})$/u;

interface MentionAreaProps {
  readonly control: ControlProps;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly people: readonly PersonBadge[];
  /** Keys that are not for the list of names. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly area: Ref<HTMLTextAreaElement>;
}

/** Several lines in which « @ » offers the people who see the document: arrows, Enter or Tab to name one, Escape to go on. */
export function MentionArea({ control, value, onChange, people, onKeyDown, area }: MentionAreaProps) {
  const list = useId();
  const [asked, setAsked] = useState<{ readonly query: string; readonly end: number } | null>(null);
  const [chosen, setChosen] = useState(0);
  const offered = asked ? people.filter(({ name }) => hasWords(name, asked.query)).slice(0, MOST) : [];
  const at = Math.min(chosen, offered.length - 1);

  function look(element: HTMLTextAreaElement) {
    const found = ASKING.exec(element.value.slice(0, element.selectionEnd));
    setAsked(found ? { query: found[1] ?? '', end: element.selectionEnd } : null);
    setChosen(0);
  }

  function name(person: PersonBadge | undefined, element: HTMLTextAreaElement) {
    if (!person || !asked) return;
    const start = asked.end - asked.query.length;
    const written = `${person.name} `;
    // At once: the next key must find the caret behind the name.
    flushSync(() => {
      onChange(value.slice(0, start) + written + value.slice(asked.end));
      setAsked(null);
    });
    element.setSelectionRange(start + written.length, start + written.length);
  }

  function onKey(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (offered.length === 0) return onKeyDown(event);
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step) setChosen((at + step + offered.length) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') name(offered[at], event.currentTarget);
    else if (event.key === 'Escape') setAsked(null);
    else return onKeyDown(event);
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className="mention-area">
      <textarea
        className="input"
        rows={3}
        {...control}
        ref={area}
        value={value}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={list}
        aria-activedescendant={offered.length > 0 ? `${list}-${at}` : undefined}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value);
          look(currentTarget);
        }}
        onKeyDown={onKey}
        onBlur={() => setAsked(null)}
      />
      <div
        className={offered.length > 0 ? 'menu mention-list' : 'vh'}
        role="listbox"
        id={list}
        aria-label={words.mentionList}
      >
        {offered.map((person, index) => (
          <div
            key={person.id}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            className="menu-item"
            aria-selected={index === at}
            data-focused={index === at ? '' : undefined}
            // The focus stays where one types.
            onPointerDown={(event) => event.preventDefault()}
            onPointerUp={(event) => {
              const area = event.currentTarget.closest('.mention-area')?.querySelector('textarea');
              if (area) name(person, area);
            }}
          >
            <Avatar
              letters={initialsOf(person.name)}
              colour={person.organisation?.colour ?? 0}
              label={null}
              isSmall
            />
            <span>
              {person.name}
              {person.organisation && <span className="muted xs"> {person.organisation.name}</span>}
            </span>
          </div>
        ))}
      </div>
      <span className="vh" role="status">
        {offered.length > 0 ? words.mentionCount(offered.length) : ''}
      </span>
    </div>
  );
}

/** Ids of the people whose names stand in a text behind « @ ». */
export function mentionsIn(text: string, people: readonly PersonBadge[]): string[] {
  return people.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
}
