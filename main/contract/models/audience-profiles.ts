/** How busy the simulated audience is, in messages offered a second: 0, 1, 10, 40, 200. Apart from the schemas, so that the command line is read without them. */
export const audienceProfiles = ['off', 'calm', 'busy', 'cap', 'storm'] as const;
export type AudienceProfile = (typeof audienceProfiles)[number];
