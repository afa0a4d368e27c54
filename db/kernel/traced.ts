import { channel, tracingChannel } from 'node:diagnostics_channel';

/** Work whose beginning and end a trace tells: what it is, never what it is about. */
export interface Traced {
  readonly kind: 'request' | 'statement' | 'job' | 'room' | 'operation';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Of a request, known once it is answered: the pattern of its address, and the status. */
  route?: string;
  status?: number;
  /** Why it ended badly. */
  error?: unknown;
}

/** Channels are the process's own, whichever copy of this module names them: the build has another. */
export const traces = tracingChannel<unknown, Traced>('cordee');
/** The pattern of the address of the request that is being answered. */
export const routes = channel('cordee:route');

/** [OT1] Does this work; whoever traces hears of it. While nobody does it is a call. */
export function traced<T>(what: () => Traced, work: () => Promise<T>): Promise<T> {
  return traces.hasSubscribers ? (traces.tracePromise(work, what()) as Promise<T>) : work();
}

/** [OT1] What a statement is: its verb and the first table that it names, nothing of its values. */
export function statement(text: string): Traced {
  const [verb = ''] = /[a-z]+/i.exec(text) ?? [];
  const [, table] = /\b(?:from|into|update|join)\s+(?:only\s+)?"?([a-z_]\w*)/i.exec(text) ?? [];
  const operation = verb.toUpperCase();
  return {
    kind: 'statement',
    name: table ? `${operation} ${table}` : operation,
    attributes: { 'db.operation.name': operation, ...(table && { 'db.collection.name': table }) },
  };
}
