import { ok, type Result } from '../../contract/result.ts';
import { filtersAnswer, noData, type SourceFilter } from './answers.ts';
import type { ObsRequest } from './obs-session.ts';

const filterName = 'Livedeck colour key';
/** Since OBS 27; the older kind counts otherwise. */
const filterKind = 'color_key_filter_v2';

/** `#rrggbb` as OBS writes colours: a number with alpha, blue, green, red. */
export const obsColour = (hex: string): number => {
  const rgb = Number.parseInt(hex.slice(1), 16);
  const [red, green, blue] = [rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff];
  return 0xff00_0000 + blue * 0x1_0000 + green * 0x100 + red;
};

/** In thousandths of the way between colours; wide enough to take the mixed pixels at the letters' edges along. */
const wantedSettings = (hex: string) => ({
  key_color_type: 'custom',
  key_color: obsColour(hex),
  similarity: 400,
  smoothness: 80,
});

export const readFilters = async (
  request: ObsRequest,
  inputName: string,
): Promise<Result<readonly SourceFilter[]>> => {
  const answer = await request('GetSourceFilterList', { sourceName: inputName }, filtersAnswer);
  return answer.ok ? ok(answer.value.filters) : answer;
};

/** Whether this source is keyed with this colour, by our filter or by one that somebody set up. */
export const isKeyed = (filters: readonly SourceFilter[], hex: string): boolean =>
  filters.some(
    ({ filterKind: kind, filterEnabled, filterSettings }) =>
      filterEnabled && kind.startsWith('color_key_filter') && filterSettings.key_color === obsColour(hex),
  );

/** Takes the colour out of the source's picture; answers whether something had to be done. */
export const setColourKey = async (
  request: ObsRequest,
  inputName: string,
  hex: string,
): Promise<Result<boolean>> => {
  const filters = await readFilters(request, inputName);
  if (!filters.ok) return filters;
  if (isKeyed(filters.value, hex)) return ok(false);
  const ours = { sourceName: inputName, filterName };
  const filterSettings = wantedSettings(hex);
  if (!filters.value.some((filter) => filter.filterName === filterName)) {
    const made = await request('CreateSourceFilter', { ...ours, filterKind, filterSettings }, noData);
    return made.ok ? ok(true) : made;
  }
  const set = await request('SetSourceFilterSettings', { ...ours, filterSettings }, noData);
  if (!set.ok) return set;
  const on = await request('SetSourceFilterEnabled', { ...ours, filterEnabled: true }, noData);
  return on.ok ? ok(true) : on;
};
