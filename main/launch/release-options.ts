type Env = Readonly<Record<string, string | undefined>>;

export type ReleaseOptions =
  | { readonly ok: true; readonly feed: string | undefined; readonly stagingPercent: number | undefined }
  | { readonly ok: false; readonly why: string };

const wrong = (why: string): ReleaseOptions => ({ ok: false, why });

/**
 * Where updates come from and how many get them first, out of the environment. A feed needs https and a signature:
 * whoever could write to it would else run what he likes on every VJ's machine.
 */
export const releaseOptions = (env: Env, platform: NodeJS.Platform): ReleaseOptions => {
  const { LIVEDECK_UPDATE_URL: feed, LIVEDECK_STAGING_PERCENT: staging } = env;
  const percent = staging === undefined ? undefined : Number(staging);
  if (percent !== undefined && !(Number.isInteger(percent) && percent >= 1 && percent <= 100))
    return wrong('LIVEDECK_STAGING_PERCENT takes a whole number from 1 to 100');
  if (feed === undefined || feed === '') return { ok: true, feed: undefined, stagingPercent: percent };
  if (!URL.canParse(feed) || new URL(feed).protocol !== 'https:')
    return wrong('LIVEDECK_UPDATE_URL must be an https address');
  const certificate =
    platform === 'win32' ? (env.WIN_CSC_LINK ?? env.CSC_LINK) : (env.CSC_LINK ?? env.CSC_NAME);
  if (platform !== 'linux' && certificate === undefined)
    return wrong('an update feed needs signed copies: set CSC_LINK (or WIN_CSC_LINK, CSC_NAME)');
  return { ok: true, feed, stagingPercent: percent };
};

/** The feed's own file (`latest.yml`) with a staged roll-out: only this share of the copies is offered the version. */
export const withStaging = (feedFile: string, percent: number): string =>
  `${feedFile.replace(/^stagingPercentage:.*\n/m, '').trimEnd()}\nstagingPercentage: ${percent}\n`;
