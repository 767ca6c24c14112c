import { OBSWebSocket } from 'obs-websocket-js/json';

/** The client library with a way to cut the line: its own `disconnect` waits up to 30 s for the other side's goodbye. */
export class ObsSocket extends OBSWebSocket {
  cutOff(): void {
    const socket = this.socket as { readonly terminate?: () => void } | undefined;
    socket?.terminate?.();
  }
}
