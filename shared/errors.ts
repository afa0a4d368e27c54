/**
 * Every refusal the domain can give. Each code must have French words in the catalogue (`satisfies` in
 * `shared/messages/fr.ts` makes a missing one a type error). Each noun adds its own line here.
 */
export type AccessError = 'access.notFound' | 'access.forbidden' | 'access.signInFirst';
export type TitleError = 'title.empty' | 'title.tooLong';

export type DomainError = AccessError | TitleError;
