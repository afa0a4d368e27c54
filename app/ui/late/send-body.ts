/** The server did not answer; this person may not any more; they changed their mind. */
export type SendFailure = 'unreachable' | 'forbidden' | 'cancelled';

/** What came of it: what the server says of what it took, or why it took nothing. */
export type Sent<T, Code> = { readonly taken: T } | { readonly refused: Code | SendFailure };

/** A body on its way. */
export interface SendingBody<T, Code> {
  readonly done: Promise<Sent<T, Code>>;
  cancel(): void;
}

interface HowToSend<Code extends string> {
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the `error` of an answer is one that the sender knows. */
  readonly isCode: (said: string) => said is Code;
  /** In whole per cent. */
  readonly onProgress: (percent: number) => void;
}

/** Posts a body by XMLHttpRequest, which tells how much has left; `fetch` does not. 201 is a success; `error` says why not. */
export function sendBody<T, Code extends string>(
  address: string,
  body: FormData | Blob,
  { headers = {}, isCode, onProgress }: HowToSend<Code>,
): SendingBody<T, Code> {
  const request = new XMLHttpRequest();
  const done = new Promise<Sent<T, Code>>((resolve) => {
    const refuse = (refused: Code | SendFailure) => resolve({ refused });
    request.open('POST', address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) onProgress(Math.round((100 * loaded) / total));
    });
    request.addEventListener('load', () => {
      const said: unknown = request.response;
      if (request.status === 201) return resolve({ taken: said as T });
      const error = (said as { error?: unknown } | null)?.error;
      if (typeof error === 'string' && isCode(error)) return refuse(error);
      refuse([403, 404].includes(request.status) ? 'forbidden' : 'unreachable');
    });
    request.addEventListener('error', () => refuse('unreachable'));
    request.addEventListener('timeout', () => refuse('unreachable'));
    request.addEventListener('abort', () => refuse('cancelled'));
    request.send(body);
  });
  return { done, cancel: () => request.abort() };
}
