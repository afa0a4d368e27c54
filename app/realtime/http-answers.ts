/** The server does not want this session any more, and said with which close code, or that it does not know it. */
export class Rejected extends Error {
  readonly code: number;

  constructor(code: number, reason: string) {
    super(reason);
    this.code = code;
  }
}

/** RFC 6455: ended without a goodbye. y-websocket comes back by itself. */
export const ABNORMAL = 1006;

/** What a refusal says. A proxy's own page has no code, and must never be taken for one of ours. */
export async function refusalOf(response: Response): Promise<Error> {
  const said: { code?: unknown; reason?: unknown } | null = await response.json().catch(() => null);
  const reason = typeof said?.reason === 'string' ? said.reason : '';
  if (typeof said?.code === 'number') return new Rejected(said.code, reason);
  if (response.status === 409 || response.status === 410) return new Rejected(ABNORMAL, reason);
  return new Error(`answered ${response.status}`);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
