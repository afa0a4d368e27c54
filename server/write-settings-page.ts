import { writeFileSync } from 'node:fs';
import { settingsPage } from './kernel/settings-page.ts';

/** `npm run docs:settings`: writes the page of the settings anew from the code. */
writeFileSync('docs/settings.md', settingsPage());
