/** The address of the page of state. */
export const platformStatePaths = { page: () => '/administration/etat' };
