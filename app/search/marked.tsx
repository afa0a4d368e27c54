import { Fragment } from 'react';
import type { MarkedText } from '#shared/search/marked-text.ts';

/** [SE7] A text with the found words marked: by places, so that nothing in it is ever markup. */
export function Marked({ text, marks }: MarkedText) {
  return marks
    .map(([from, to], at) => (
      <Fragment key={from}>
        {text.slice(marks[at - 1]?.[1] ?? 0, from)}
        <mark>{text.slice(from, to)}</mark>
        {at === marks.length - 1 && text.slice(to)}
      </Fragment>
    ))
    .concat(marks.length === 0 ? [<Fragment key="text">{text}</Fragment>] : []);
}
