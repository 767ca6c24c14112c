import type { z } from 'zod';
import type { ObsWay } from '../../contract/models/obs.ts';
import { ok, type Result } from '../../contract/result.ts';
import { inputSettingsAnswer, inputsAnswer } from './answers.ts';
import { mostSeen } from './most-seen.ts';
import type { ObsRequest } from './obs-session.ts';
import { browserKind, wayOf } from './source-kinds.ts';
import type { ObsTarget } from './source-target.ts';

export type FoundSource = {
  readonly inputName: string;
  readonly kind: string;
  readonly way: ObsWay;
};

/** An address of the overlay server, whichever name of this computer it was written with. */
const overlayPath = (url: unknown): string | undefined => {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  const { hostname, port, pathname } = new URL(url);
  const isHere = hostname === '127.0.0.1' || hostname === 'localhost';
  return isHere ? `${port}${pathname.replace(/\/+$/, '')}` : undefined;
};

/** Whether two addresses lead to the same overlay. */
export const isSameOverlay = (one: unknown, other: unknown): boolean => {
  const path = overlayPath(one);
  return path !== undefined && path === overlayPath(other);
};

type Wanted = Pick<ObsTarget, 'inputName' | 'url' | 'otherUrls'>;
type Inputs = z.output<typeof inputsAnswer>['inputs'];

/** The addresses that OBS's browser sources show, by the sources' names. */
const readAddresses = async (request: ObsRequest, inputs: Inputs): Promise<ReadonlyMap<string, unknown>> => {
  const addresses = new Map<string, unknown>();
  for (const { inputName, inputKind } of inputs) {
    if (inputKind !== browserKind) continue;
    const settings = await request('GetInputSettings', { inputName }, inputSettingsAnswer);
    if (settings.ok) addresses.set(inputName, settings.value.inputSettings.url);
  }
  return addresses;
};

/**
 * Each overlay's sources in OBS: first the one with our name, unless another overlay is what it shows, then all that
 * show our address under whatever name. A source that is pasted as a duplicate is a second one of the same overlay.
 */
export const findSources = async (
  request: ObsRequest,
  wanted: readonly Wanted[],
): Promise<Result<readonly (readonly FoundSource[])[]>> => {
  const list = await request('GetInputList', {}, inputsAnswer);
  if (!list.ok) return list;
  const { inputs } = list.value;
  const addresses = await readAddresses(request, inputs);
  const able = inputs.flatMap(({ inputName, inputKind: kind }): readonly FoundSource[] => {
    const way = wayOf(kind);
    return way === undefined ? [] : [{ inputName, kind, way }];
  });
  const shows = ({ inputName }: FoundSource, url: string) => isSameOverlay(addresses.get(inputName), url);
  return ok(
    wanted.map(({ inputName: name, url, otherUrls }) => [
      ...able.filter(
        (source) => source.inputName === name && !otherUrls.some((other) => shows(source, other)),
      ),
      ...able.filter((source) => source.inputName !== name && shows(source, url)),
    ]),
  );
};

/**
 * The overlay's source, or of several the one to go by: what stands in the scene that is meant, else what the audience
 * sees. `undefined` where there is none.
 */
export const findSource = async (
  request: ObsRequest,
  wanted: Wanted,
  /** `null` = the scene on air. */
  scene: string | null = null,
): Promise<Result<FoundSource | undefined>> => {
  const found = await findSources(request, [wanted]);
  if (!found.ok) return found;
  const [sources = []] = found.value;
  return ok(sources.length > 1 ? await mostSeen(request, sources, scene) : sources[0]);
};
