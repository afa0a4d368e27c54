import type { Response } from 'express';
import type { ContentError } from '#shared/documents/conversion/content.ts';
import type { DomainError } from '#shared/errors.ts';
import { frServer } from '#shared/server-words.fr.ts';
import { fr } from '#shared/words.fr.ts';

/** Codes of the door itself, beside those of the domain. */
export type ApiError =
  | DomainError
  | ContentError
  | 'api.changed'
  | 'api.invalid'
  | 'api.tooLarge'
  | 'api.tooSlow'
  | 'api.busy'
  | 'api.away'
  | 'api.notJson'
  | 'api.mediaType'
  | 'api.notAcceptable'
  | 'api.method'
  | 'api.foreignOrigin'
  | 'api.conflict'
  | 'api.keyReused'
  | 'api.unreadable'
  | 'api.tooMany'
  | 'accessToken.unknown'
  | 'accessToken.expired'
  | 'accessToken.scope'
  | 'api.unexpected';

const STATUS: Partial<Record<ApiError, number>> = {
  'access.signInFirst': 401,
  'accessToken.unknown': 401,
  'accessToken.expired': 401,
  'access.forbidden': 403,
  'accessToken.scope': 403,
  'api.foreignOrigin': 403,
  'api.method': 405,
  'api.notAcceptable': 406,
  'api.tooSlow': 408,
  'api.conflict': 409,
  'content.frozen': 409,
  'api.changed': 412,
  'content.baseGone': 412,
  'content.tooLarge': 413,
  'content.baseMissing': 428,
  'api.tooLarge': 413,
  'api.notJson': 415,
  'api.mediaType': 415,
  'api.keyReused': 422,
  'api.tooMany': 429,
  'api.unexpected': 500,
  'api.busy': 503,
  'api.away': 503,
  'api.unreadable': 503,
  'file.unavailable': 503,
  'upload.unavailable': 503,
  'import.tooLarge': 413,
  'boardImport.tooLarge': 413,
  'conversion.busy': 503,
  'conversion.interrupted': 503,
};

/** The status of a refusal: what is absent is 404, what contradicts the state 409, what is malformed 400 or 422. */
export function statusOf(code: ApiError): number {
  return STATUS[code] ?? (code.endsWith('otFound') ? 404 : code.startsWith('api.') ? 400 : 422);
}

/** In seconds, when nothing says it better. */
const COME_BACK = '10';

/** One refused field of a body, by its path in the JSON. */
export interface FieldFault {
  readonly path: string;
  readonly detail: string;
}

/** Why, in French. */
export function sentenceOf(code: ApiError): string {
  const words: Record<ApiError, string> = { ...fr.errors, ...frServer.api.errors };
  return words[code];
}

/** Answers an RFC 9457 problem document: `type` is the stable code, `detail` a French sentence. */
export function sendProblem(response: Response, code: ApiError, faults: readonly FieldFault[] = []): void {
  const status = statusOf(code);
  const sentence = sentenceOf(code);
  if (status === 503 && !response.hasHeader('Retry-After')) response.set('Retry-After', COME_BACK);
  response
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:cordee:${code}`,
        title: sentence,
        status,
        detail: sentence,
        code,
        ...(faults.length > 0 ? { errors: faults } : {}),
      }),
    );
}
