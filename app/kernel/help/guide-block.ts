/** A part of a line of a guide. */
export type GuideInline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em'; readonly content: readonly GuideInline[] }
  | { readonly kind: 'link'; readonly href: string; readonly content: readonly GuideInline[] }
  | { readonly kind: 'picture'; readonly src: string; readonly alt: string };

/** A block of a guide. */
export type GuideBlock =
  | {
      readonly kind: 'heading';
      readonly level: 2 | 3 | 4;
      readonly anchor: string;
      readonly text: string;
      readonly content: readonly GuideInline[];
    }
  | { readonly kind: 'paragraph'; readonly content: readonly GuideInline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly GuideBlock[])[] }
  | {
      readonly kind: 'table';
      /** The title above it. */
      readonly label: string;
      readonly head: readonly (readonly GuideInline[])[];
      readonly rows: readonly (readonly (readonly GuideInline[])[])[];
    };

/** A guide as its page draws it. */
export interface Guide {
  readonly title: string;
  readonly blocks: readonly GuideBlock[];
}
