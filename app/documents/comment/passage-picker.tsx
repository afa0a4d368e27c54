import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Doc } from 'yjs';
import { comment as words } from '#shared/documents/comment/comment.fr.ts';
import { passageOf, plainText, textsOf } from '#shared/documents/comment/passage.ts';
import type { Composing } from './composer.ts';
import type { Chosen } from './text-surface.ts';

const FIRST_WORDS = 70;

/** Chooses a paragraph without selecting it: a text that is only read cannot be selected with the keyboard everywhere. */
export function PassagePicker({
  doc,
  onChosen,
  onCancel,
}: {
  doc: Doc;
  onChosen: (kind: Composing['kind'], chosen: Pick<Chosen, 'passage' | 'text'>) => void;
  onCancel: () => void;
}) {
  const id = useId();
  const field = useRef<HTMLSelectElement>(null);
  const [at, setAt] = useState(0);
  const texts = useMemo(() => textsOf(doc).filter((text) => plainText(text).trim() !== ''), [doc]);
  useEffect(() => field.current?.focus(), []);
  const choose = (kind: Composing['kind']) => () => {
    const text = texts[at];
    if (text)
      onChosen(kind, { passage: passageOf([{ text, from: 0, to: text.length }]), text: plainText(text) });
  };
  return (
    <section className="thread on" aria-label={words.pick}>
      <div className="field">
        <label htmlFor={id}>{words.paragraph}</label>
        <p className="hint" id={`${id}-hint`}>
          {words.chooseFirst}
        </p>
        <select
          className="input"
          id={id}
          ref={field}
          aria-describedby={`${id}-hint`}
          value={at}
          onChange={({ currentTarget }) => setAt(Number(currentTarget.value))}
          onKeyDown={({ key }) => {
            if (key === 'Escape') onCancel();
          }}
        >
          {texts.map((text, index) => {
            const plain = plainText(text);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place in the text is what is chosen.
              <option key={index} value={index}>
                {plain.length > FIRST_WORDS ? words.shortened(plain.slice(0, FIRST_WORDS)) : plain}
              </option>
            );
          })}
        </select>
      </div>
      <p className="row mt-3">
        <button className="btn sm" type="button" disabled={texts.length === 0} onClick={choose('comment')}>
          {words.comment}
        </button>
        <button className="btn sm" type="button" disabled={texts.length === 0} onClick={choose('suggestion')}>
          {words.suggest}
        </button>
        <button className="btn quiet sm" type="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </p>
    </section>
  );
}
