const MEMBERS = '401 200 200 200 200 200 200 200';
/** Of a group in which the outside city is not. */
const GROUP = '401 200 200 404 200 200 200 200';
/** The sample is nobody’s object. */
const NOBODYS = '401 404 404 404 404 404 404 404';

/** What each reading of REST answers to eight people, in the order of `PEOPLE`, for the objects of `sample-names.ts`. */
export const API_ROWS: Readonly<Record<string, string>> = {
  '/documents/{document}/export': '401 400 400 400 400 400 400 400',
  '/boards/{board}/export': GROUP,
  '/groups': MEMBERS,
  '/groups/{group}/documents': GROUP,
  '/documents/{document}': GROUP,
  '/groups/{group}/decisions': GROUP,
  '/documents/{document}/versions': GROUP,
  '/documents/{document}/comments': GROUP,
  '/groups/{group}/boards': GROUP,
  '/boards/{board}': GROUP,
  '/groups/{group}/members': GROUP,
  '/meetings/{meeting}/attendance': NOBODYS,
  '/meetings/{meeting}/votes': NOBODYS,
  '/meetings/{meeting}/minutes': NOBODYS,
  '/search': MEMBERS,
  '/changes': MEMBERS,
  '/groups/{group}/meetings': GROUP,
  '/groups/{group}/resources': GROUP,
  '/datasets': MEMBERS,
  '/datasets/{dataset}': MEMBERS,
};
