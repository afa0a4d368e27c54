/** [RM1] The fields of reminders in a form where none is ticked. */
export const unreminded = {
  ...{ remindWeek: '', remindDay: '', remindMorning: '' },
  ...{ wordsWeek: '', wordsDay: '', wordsMorning: '' },
};
