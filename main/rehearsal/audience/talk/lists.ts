import type { Question } from './phrasebook.ts';

/** Short words written one after another, split at white space. */
export const wordList = (text: string): readonly string[] => text.trim().split(/\s+/u);

/** One template a line. */
export const lineList = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** One question a line: `ask => answer / answer`. */
export const questionList = (text: string): readonly Question[] =>
  lineList(text).map((line) => {
    const [ask, answers] = line.split(' => ');
    if (ask === undefined || answers === undefined) throw new Error(`a question without an answer: ${line}`);
    return [ask, ...answers.split(' / ')];
  });
