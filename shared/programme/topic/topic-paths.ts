import { query, segment, type Titled } from '../../kernel/address-parts.ts';

const paged = (page: number) => query({ page: page > 1 ? page : undefined });

/** Addresses of discussions. */
export const topicPaths = {
  ofGroup: (group: Titled, page = 1) => `/groupes/${segment(group)}/discussions${paged(page)}`,
  /** Of a published sheet, by its public address. */
  ofSheet: (address: string, page = 1) => `/cas-d-usage/${address}/discussions${paged(page)}`,
  topic: (topic: Titled, page = 1) => `/discussions/${segment(topic)}${paged(page)}`,
} as const;
