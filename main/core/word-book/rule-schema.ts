/** `place` keeps the order in which rules were added; a changed rule keeps its place. */
const version1 = `
CREATE TABLE rules (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  line TEXT NOT NULL
) STRICT;
CREATE TABLE facts (
  name TEXT PRIMARY KEY,
  body TEXT NOT NULL
) STRICT;
`;

export const ruleSchema: readonly string[] = [version1];
