import type { Language } from '../../contract/app-error.ts';
import { verifyCommand, WHOLE } from './verify-command.ts';

/** `npm run journal:verify -- FILE`: says whether a journal was changed, in the language of the terminal. */
const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || 'en';
const language: Language = locale.startsWith('zh') ? 'zh-CN' : 'en';

const { code, text } = await verifyCommand(process.argv.slice(2));
const stream = code === WHOLE ? process.stdout : process.stderr;
stream.write(`${text[language]}\n`);
process.exitCode = code;
