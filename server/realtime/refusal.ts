import type { CloseCode } from '#shared/realtime/realtime.ts';

/** Why an update is not taken; its sender is sent away with this code. */
export class Refusal extends Error {
  readonly code: CloseCode;

  constructor(code: CloseCode, reason: string) {
    super(reason);
    this.code = code;
  }
}
