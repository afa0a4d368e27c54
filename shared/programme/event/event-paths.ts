import { query, segment, type Titled } from '../../kernel/address-parts.ts';

const onPage = (page: number) => query({ page: page > 1 ? page : undefined });

/** Addresses of events of the programme, inside and outside. */
export const eventPaths = {
  events: (page = 1) => `/evenements${onPage(page)}`,
  newEvent: () => '/evenements/nouveau',
  event: (event: Titled) => `/evenements/${segment(event)}`,
  eventEdit: (event: Titled) => `/evenements/${segment(event)}/modifier`,
  /** One event as a file for calendars. */
  eventCalendar: (event: Titled) => `/evenements/${event.id}/evenement.ics`,
  registrations: (event: Titled) => `/evenements/${event.id}/inscrits.csv`,
  publicEvents: (page = 1) => `/evenements-publics${onPage(page)}`,
  publicEvent: (address: string) => `/evenements-publics/${address}`,
} as const;
