import { query } from '../../kernel/address-parts.ts';

/** Addresses of those who come in without an invitation, and of those who answer them. */
export const entryPaths = {
  /** Public: somebody asks for an access. */
  ask: ({ place, edit }: { place?: string | undefined; edit?: boolean } = {}) =>
    `/demander-un-acces${query({ lieu: place, adresse: edit ? 'modifier' : undefined })}`,
  /** What waits for an answer. */
  answers: () => '/demandes-d-acces',
} as const;
