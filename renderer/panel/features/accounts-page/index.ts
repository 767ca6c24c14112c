export { type AccountsControl, createAccounts, inOrder } from './accounts.ts';
export { CopyButton } from './copy-button.tsx';
export { ErrorNote } from './error-note.tsx';
export { Field, TextField } from './field.tsx';
export { OfferedPass } from './offered-pass.tsx';
export { bytesOf, textsOf, userIdProblem } from './read-fields.ts';
export { useFirstWrong } from './use-first-wrong.ts';
export { useTask } from './use-task.ts';
