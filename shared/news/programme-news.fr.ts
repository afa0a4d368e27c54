import type { ProgrammeItem } from '#shared/news/programme-news.ts';
import { programmeEvent } from './notification/programme-event.fr.ts';

const list = new Intl.ListFormat('fr', { type: 'conjunction' });
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Words of what changed in the programme since somebody’s last visit. */
export const programmeNews = {
  title: 'Programme',
  /** « Nouvel état (En cours), par Claire » */
  said: ({ verb, place, by }: Pick<ProgrammeItem, 'verb' | 'place' | 'by'>) => {
    const what = capital(programmeEvent.news(verb, place));
    return by.length > 0 ? `${what}, par ${list.format(by)}` : what;
  },
} as const;
