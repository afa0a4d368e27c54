import { expect, test } from 'vitest';
import { currentPlace, type MenuPlace } from '#shared/kernel/menu/menu.ts';

const place = (href: string, ...under: string[]): MenuPlace => ({ href, label: href, icon: 'house', under });
const places = [
  place('/', '/a-faire'),
  place('/groupes/1-nature'),
  place('/groupes', '/documents'),
  place('/experimentations', '/missions'),
  place('/missions'),
];
const current = (pathname: string, ...crumbs: string[]) => currentPlace(places, { pathname, crumbs })?.href;

test('[H32] a page belongs to one place of the menu: the longest that it is under, or that its breadcrumb leads through', () => {
  expect(current('/')).toBe('/');
  expect(current('/a-faire')).toBe('/');
  expect(current('/groupes')).toBe('/groupes');
  expect(current('/groupes/1-nature/documents')).toBe('/groupes/1-nature');
  expect(current('/groupes/1', '/groupes', '/groupes/1-nature')).toBe('/groupes/1-nature');
  expect(current('/documents/7-guide', '/groupes/1-nature', '/groupes/1-nature/documents')).toBe(
    '/groupes/1-nature',
  );
  expect(current('/documents/7-guide')).toBe('/groupes');
  expect(current('/missions/3')).toBe('/missions');
  expect(current('/missionsautres')).toBeUndefined();
  expect(current('/compte')).toBeUndefined();
});
