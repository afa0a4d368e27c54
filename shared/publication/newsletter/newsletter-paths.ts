import { query, segment, type Titled } from '../../kernel/address-parts.ts';

const onPage = (page: number) => query({ page: page > 1 ? page : undefined });

/** Addresses of newsletters, inside and outside. */
export const newsletterPaths = {
  newsletters: (page = 1) => `/lettres${onPage(page)}`,
  newNewsletter: () => '/lettres/nouvelle',
  newsletter: (newsletter: Titled) => `/lettres/${segment(newsletter)}`,
  newsletterEdit: (newsletter: Titled) => `/lettres/${segment(newsletter)}/modifier`,
  publicNewsletters: (page = 1) => `/lettres-publiques${onPage(page)}`,
  publicNewsletter: (address: string) => `/lettres-publiques/${address}`,
} as const;
