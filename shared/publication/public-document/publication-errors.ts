/** Why a document is not published. */
export type PublicationError = 'publication.empty';
