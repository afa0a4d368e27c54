/** Every picture of a guide has one size, so that a page knows their places before they come. */
export const PICTURE_SIZE = { width: 1120, height: 760 } as const;
