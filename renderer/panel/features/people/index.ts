export { createPeople, type People, type Whom } from './people.ts';
export { PersonSigns } from './person-signs.tsx';
export { useMark } from './use-mark.ts';
export { whenText } from './when.ts';
