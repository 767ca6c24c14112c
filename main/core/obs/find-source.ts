import type { z } from 'zod';
import type { ObsWay } from '../../contract/models/obs.ts';
import { ok, type Result } from '../../contract/result.ts';
import { inputSettingsAnswer, inputsAnswer } from './answers.ts';
import type { ObsRequest } from './obs-session.ts';
import { browserKind, wayOf } from './source-kinds.ts';

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

type Wanted = { readonly inputName: string; readonly url: string };
type Inputs = z.output<typeof inputsAnswer>['inputs'];

const findByName = (inputs: Inputs, name: string): FoundSource | undefined => {
  const named = inputs.find(({ inputName }) => inputName === name);
  const way = named === undefined ? undefined : wayOf(named.inputKind);
  return named === undefined || way === undefined
    ? undefined
    : { inputName: named.inputName, kind: named.inputKind, way };
};

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
 * Each overlay's source in OBS: the one with our name, or else one that shows our address under a name that somebody
 * gave it. `undefined` where there is none.
 */
export const findSources = async (
  request: ObsRequest,
  wanted: readonly Wanted[],
): Promise<Result<readonly (FoundSource | undefined)[]>> => {
  const list = await request('GetInputList', {}, inputsAnswer);
  if (!list.ok) return list;
  const { inputs } = list.value;
  const named = wanted.map(({ inputName }) => findByName(inputs, inputName));
  if (!named.includes(undefined)) return ok(named);
  const addresses = await readAddresses(request, inputs);
  const byAddress = (url: string): FoundSource | undefined => {
    const [found] = [...addresses].find(([, address]) => isSameOverlay(address, url)) ?? [];
    return found === undefined ? undefined : { inputName: found, kind: browserKind, way: 'browser' };
  };
  return ok(wanted.map(({ url }, index) => named[index] ?? byAddress(url)));
};

export const findSource = async (
  request: ObsRequest,
  wanted: Wanted,
): Promise<Result<FoundSource | undefined>> => {
  const found = await findSources(request, [wanted]);
  return found.ok ? ok(found.value[0]) : found;
};
