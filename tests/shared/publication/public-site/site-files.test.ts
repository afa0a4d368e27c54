import { Window } from 'happy-dom';
import { expect, test } from 'vitest';
import { atomFeed, robots, sitemap, type ToldSheet } from '#shared/publication/public-site/site-files.ts';

const ORIGIN = 'https://cordee.example';
const now = new Date('2023-06-13T08:00:00Z');
const window = new Window();
const read = (xml: string) => new window.DOMParser().parseFromString(xml, 'application/xml');

const sheet: ToldSheet = {
  address: 'arbres-et-ombre-0123abcd',
  title: 'Arbres & ombre : <quoi> planter "ici" ?',
  hook: 'Planter où \u0000 il fait chaud',
  facts: { cities: ['Valmont', 'Aubin'], theme: { name: 'Biodiversité' } },
  firstAt: new Date('2023-05-02T08:00:00Z'),
  publishedAt: new Date('2023-05-04T08:00:00Z'),
};

const nothing = { sheets: [], interviews: [], dossiers: [] };
const asked = { now, max: 50 };

test('[PS4] the feed tells interviews and dossiers too, the last published first, and no more than were asked for', () => {
  const told = (address: string, day: string) => {
    const at = new Date(`${day}T08:00:00Z`);
    return { address, title: address, summary: 'Une phrase & une autre.', firstAt: at, publishedAt: at };
  };
  const texts = {
    sheets: [sheet],
    interviews: [told('ombre-89abcdef', '2023-05-05'), told('eau-89abcdee', '2023-05-03')],
    dossiers: [told('arbres-01234567', '2023-05-06')],
  };
  const document = read(atomFeed(ORIGIN, texts, { now, max: 3 }));
  expect([...document.querySelectorAll('entry > id')].map((id) => id.textContent)).toEqual([
    `${ORIGIN}/dossiers/arbres-01234567`,
    `${ORIGIN}/entretiens/ombre-89abcdef`,
    `${ORIGIN}/cas-d-usage/arbres-et-ombre-0123abcd`,
  ]);
  expect(document.querySelector('entry > summary')?.textContent).toBe('Une phrase & une autre.');
  expect(document.querySelector('feed > updated')?.textContent).toBe('2023-05-06T08:00:00.000Z');
});

test('[PS4] the feed says each sheet with its address, days, cities and licence, whatever its title holds', () => {
  const feed = atomFeed(ORIGIN, { ...nothing, sheets: [sheet] }, asked);
  expect(feed).not.toContain('\0');
  const document = read(feed);
  const text = (name: string) => document.querySelector(name)?.textContent;
  expect(text('entry > title')).toBe(sheet.title);
  expect(text('entry > id')).toBe(`${ORIGIN}/cas-d-usage/arbres-et-ombre-0123abcd`);
  expect(text('entry > published')).toBe('2023-05-02T08:00:00.000Z');
  expect(text('feed > updated')).toBe('2023-05-04T08:00:00.000Z');
  expect(text('entry > rights')).toBe('Licence Ouverte 2.0');
  expect([...document.querySelectorAll('entry author name')].map((name) => name.textContent)).toEqual([
    'Valmont',
    'Aubin',
  ]);
  expect(document.querySelector('link[rel=self]')?.getAttribute('href')).toBe(`${ORIGIN}/cas-d-usage.atom`);
});

test('[PS4] a feed without a sheet is a feed still', () => {
  const document = read(atomFeed(ORIGIN, nothing, asked));
  expect(document.querySelector('feed > updated')?.textContent).toBe('2023-06-13T08:00:00.000Z');
  expect(document.querySelectorAll('entry')).toHaveLength(0);
});

test('[PS4] the map for programs has each page once, with its day where it is known; robots are told of it', () => {
  const pages = [
    { href: '/cas-d-usage' },
    { href: '/cas-d-usage/arbres-et-ombre-0123abcd', changedAt: sheet.publishedAt },
    { href: '/synthese-publique?saison=1&x=2' },
    { href: '/cas-d-usage' },
  ];
  const document = read(sitemap(ORIGIN, pages));
  expect([...document.querySelectorAll('loc')].map((loc) => loc.textContent)).toEqual([
    `${ORIGIN}/cas-d-usage`,
    `${ORIGIN}/cas-d-usage/arbres-et-ombre-0123abcd`,
    `${ORIGIN}/synthese-publique?saison=1&x=2`,
  ]);
  expect(document.querySelector('lastmod')?.textContent).toBe('2023-05-04T08:00:00.000Z');
  expect(robots(ORIGIN)).toMatch(/Disallow: \/api\/[\s\S]*Sitemap: https:\/\/cordee\.example\/sitemap\.xml/);
  expect(robots(ORIGIN)).toContain('Allow: /guides\nAllow: /appels');
});
