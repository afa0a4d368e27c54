import { query } from '../../kernel/address-parts.ts';

/** Addresses of the guides, the documents that were published for anybody. */
export const guidePaths = {
  guides: (asked: { theme?: string | null; page?: number } = {}) =>
    `/guides${query({
      theme: asked.theme || undefined,
      page: asked.page && asked.page > 1 ? asked.page : undefined,
    })}`,
} as const;
