import { contextBridge, ipcRenderer } from 'electron';
import type { PanelBridge } from '../main/contract/panel-wire.ts';

const bridge: PanelBridge = {
  call: (name, input) => ipcRenderer.invoke('livedeck:call', name, input),
  on: (name, listener) => {
    const heard = (_event: unknown, event: string, payload: unknown) => {
      if (event === name) listener(payload);
    };
    ipcRenderer.on('livedeck:event', heard);
    return () => {
      ipcRenderer.off('livedeck:event', heard);
    };
  },
};

contextBridge.exposeInMainWorld('livedeck', bridge);
