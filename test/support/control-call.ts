/** A kept connection may be closed by the service just as it is used again, on a machine that stalls. */
export const ownConnection = { connection: 'close' } as const;

/** Calls the control API of a rehearsal service at its address: POSTs when a body is given, else GETs. */
export const controlCall = async <T = Record<string, unknown>>(
  control: string,
  route: string,
  body?: unknown,
): Promise<T> => {
  const init =
    body === undefined
      ? { headers: ownConnection }
      : { method: 'POST', headers: ownConnection, body: JSON.stringify(body) };
  const response = await fetch(`${control}/${route}`, init);
  const answer = (await response.json()) as T;
  if (!response.ok) throw new Error(`control ${route}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
};
