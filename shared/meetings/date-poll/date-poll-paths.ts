import { segment, type Titled } from '../../kernel/address-parts.ts';

/** Addresses of date polls. */
export const datePollPaths = {
  newPoll: (group: Titled) => `/groupes/${segment(group)}/seances/sondage`,
  poll: (poll: Titled) => `/sondages/${segment(poll)}`,
} as const;
