import { decisionNote } from './templates/decision-note.ts';
import { guide } from './templates/guide.ts';
import { interview } from './templates/interview.ts';
import { minutes } from './templates/minutes.ts';
import { missionReport } from './templates/mission-report.ts';
import type { Template } from './templates/template.ts';
import { useCaseSheet } from './templates/use-case-sheet.ts';

/** The programme’s own templates, in the order in which they are offered. A blank document is the absence of one. */
export const programmeTemplates: readonly Template[] = [
  guide,
  minutes,
  decisionNote,
  useCaseSheet,
  interview,
  missionReport,
];
