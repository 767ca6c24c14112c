import { createContext, type ReactNode, useContext } from 'react';
import { useTopic } from './panel-context.tsx';

const RemotePicturesContext = createContext(false);

/** Listens once for all rows to whether pictures may be fetched from addresses that viewers send. */
export const RemotePictures = ({ children }: { readonly children: ReactNode }) => (
  <RemotePicturesContext value={useTopic('settings')?.remoteImages === true}>
    {children}
  </RemotePicturesContext>
);

export const useRemotePictures = (): boolean => useContext(RemotePicturesContext);
