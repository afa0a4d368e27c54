/** Words of what the coordination tells all the programme. */
export const announced = {
  title: 'La vie du programme',
  pages: { bulletins: 'Actualités', events: 'Événements', newsletters: 'Lettres d’information' },
} as const;
