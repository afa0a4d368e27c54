import { createContext } from 'react';

/** What ties a control to its label, hint and error; spread it on the control. */
export interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly required?: true;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

/** What every form says and does alike, whatever it is about. */
export const FormWords = createContext({
  /** In the label of a field that may not be left empty. */
  required: '',
  /** In a list from which one must choose, before. */
  choose: '',
  /** In a list that is found by typing, when nothing has these words. */
  noChoice: '',
  /** In such a list, how many have them. */
  found: (count: number): string => String(count),
  /** Whether a choice has the words that are typed. */
  hasWords: (choice: string, typed: string): boolean => choice.includes(typed),
});
