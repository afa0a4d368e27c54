/**
 * Every refusal the domain can give. Each code must have French words in `shared/messages/fr.ts` (the compiler lists
 * the missing ones) and a status in `app/refusals.server.ts`.
 */
export type AccessError = 'access.notFound' | 'access.forbidden' | 'access.signInFirst';
export type TitleError = 'title.empty' | 'title.tooLong';
export type DocumentError = 'document.notFound' | 'document.trashed';
export type GroupError = 'group.notFound';
