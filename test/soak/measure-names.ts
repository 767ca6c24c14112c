import type { Measure } from './readings.ts';

/** What each measure is called in the report and in its plot. */
export const measureNames: Readonly<Record<Measure, string>> = {
  mainHeapMb: 'Main process, heap',
  mainCodeMb: 'Main process, code',
  mainMb: 'Main process, resident',
  feedHeapMb: 'Feed process, heap',
  feedCodeMb: 'Feed process, code',
  feedMb: 'Feed process, resident',
  handles: 'Main process, open files and sockets',
  panelHeapMb: 'Panel, heap',
  panelNodes: 'Panel, DOM nodes',
  overlayHeapMb: 'Overlay, heap',
  overlayNodes: 'Overlay, DOM nodes',
  rowMs: 'Said → row in the panel',
  overlayFps: 'Overlay, frames a second',
};
