import { createContext, useContext } from 'react';
import type * as Y from 'yjs';
import type { ApplicationEdit, RawAnswers } from '#shared/programme/application/application-doc.ts';
import type { FormWorld } from '#shared/programme/application/world.ts';

/** What every field of the form needs to know. */
export interface FormContext {
  readonly applicationId: string;
  readonly raw: RawAnswers;
  readonly world: FormWorld;
  /** The live document, once it may be written; null: a plain form that is sent. */
  readonly doc: Y.Doc | null;
  readonly edit: (edit: ApplicationEdit) => void;
  /** What is wrong with the answer at this address, in words. */
  readonly errorAt: (address: string) => string | undefined;
  /** Errors wait until one has left the field. */
  readonly setFocused: (address: string | null) => void;
}

const Context = createContext<FormContext | null>(null);
export const FormContextProvider = Context.Provider;

export function useFormContext(): FormContext {
  const context = useContext(Context);
  if (!context) throw new Error('a field stands in the form of an application');
  return context;
}
