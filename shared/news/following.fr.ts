import type { WatchLevel } from '#shared/news/notification/notification.ts';

const levels: Readonly<Record<WatchLevel, string>> = {
  all: 'tout',
  mine: 'ce qui me concerne',
  none: 'rien',
};

/** Words of the way to what one follows, which pages of objects get from their loaders: their scripts are counted. */
export const following = {
  levels,
  link: (level: WatchLevel) => `Suivi : ${levels[level]}`,
} as const;
