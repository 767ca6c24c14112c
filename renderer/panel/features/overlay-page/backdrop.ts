import { useState } from 'react';

export const backdrops = ['checker', 'dark', 'light', 'picture'] as const;
export type Backdrop = (typeof backdrops)[number];

const KEY = 'livedeck:overlay-backdrop';
/** Enough for a preview; the picture is kept in this browser's own storage, which is small. */
const LONGEST_SIDE = 1280;
const QUALITY = 0.82;

/** Makes any picture that the browser can read small enough to keep. */
const shrink = async (file: Blob): Promise<string> => {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser has no 2D canvas');
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas.toDataURL('image/jpeg', QUALITY);
};

/** A picture of the person's own behind the preview. It is kept in this browser and goes nowhere else. */
export const useBackdrop = () => {
  const [picture, setPicture] = useState(() => localStorage.getItem(KEY));
  const [kind, setKind] = useState<Backdrop>(picture === null ? 'checker' : 'picture');
  const [refused, setRefused] = useState<'unreadable' | 'not-kept' | undefined>();

  const take = async (file: Blob) => {
    let made: string;
    try {
      made = await shrink(file);
    } catch {
      setRefused('unreadable');
      return;
    }
    setRefused(undefined);
    setPicture(made);
    setKind('picture');
    try {
      localStorage.setItem(KEY, made);
    } catch {
      setRefused('not-kept');
    }
  };
  const forget = () => {
    localStorage.removeItem(KEY);
    setPicture(null);
    setKind('checker');
  };

  return { kind, setKind, picture, take: (file: Blob) => void take(file), forget, refused };
};
export type BackdropControl = ReturnType<typeof useBackdrop>;
