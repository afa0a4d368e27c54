/** What a choice of files proposes; the server knows them by their content. */
export const IMPORT_ACCEPT = '.docx,.odt,.md,.markdown,.txt,.html,.htm';
