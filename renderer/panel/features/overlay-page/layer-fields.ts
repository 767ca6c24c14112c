import type { OverlayLayer, OverlaySettings } from '../../../../main/contract/models/overlay.ts';
import type { MessageKey } from '../../i18n/index.ts';

type Name = Extract<MessageKey, `ov.field.${string}`> extends `ov.field.${infer N}` ? N : never;
type Unit =
  | 'px'
  | 's'
  | 'percent'
  | 'number'
  | 'untilPushed'
  | 'untilTaken'
  | 'noLimit'
  | 'asFits'
  | 'perSecond';

/** One setting of a layer as it is edited. */
export type LayerField =
  | {
      readonly kind: 'slide';
      readonly name: string;
      readonly label: Name;
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly unit: Unit;
    }
  | { readonly kind: 'switch'; readonly name: string; readonly label: Name }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly label: Name;
      readonly values: readonly string[];
    };

const slide = (
  name: string,
  label: Name,
  range: readonly [number, number, number],
  unit: Unit,
): LayerField => {
  const [min, max, step] = range;
  return { kind: 'slide', name, label, min, max, step, unit };
};
const toggle = (name: string, label: Name): LayerField => ({ kind: 'switch', name, label });

const size = slide('size', 'size', [14, 96, 1], 'px');
const opacity = slide('opacity', 'opacity', [0.2, 1, 0.05], 'percent');

/** Every setting of every layer, in the order of their weight. */
export const layerFields: Readonly<Record<OverlayLayer, readonly LayerField[]>> = {
  danmaku: [
    size,
    slide('seconds', 'flight', [3, 30, 0.5], 's'),
    slide('maxOnScreen', 'density', [5, 200, 5], 'number'),
    slide('lanes', 'lanes', [0, 20, 1], 'asFits'),
    toggle('everyComment', 'everyComment'),
    toggle('nick', 'nick'),
    toggle('overlap', 'overlap'),
    { kind: 'choice', name: 'colour', label: 'colour', values: ['theme', 'person'] },
    opacity,
  ],
  chat: [
    size,
    slide('rows', 'rows', [1, 20, 1], 'number'),
    slide('seconds', 'stay', [0, 180, 5], 'untilPushed'),
    slide('perSecond', 'pace', [0, 20, 1], 'perSecond'),
    toggle('nick', 'nick'),
    toggle('flying', 'flying'),
    toggle('staffOnly', 'staffOnly'),
    opacity,
  ],
  likes: [
    { kind: 'choice', name: 'shape', label: 'shape', values: ['heart', 'star', 'thumb', 'spark'] },
    slide('maxOnScreen', 'most', [1, 40, 1], 'number'),
    toggle('counter', 'counter'),
    opacity,
  ],
  ticker: [
    size,
    slide('seconds', 'each', [1, 30, 0.5], 's'),
    toggle('joins', 'joins'),
    toggle('leaves', 'leaves'),
    toggle('notices', 'notices'),
    opacity,
  ],
  pin: [size, slide('seconds', 'stay', [0, 600, 10], 'untilTaken'), opacity],
  gift: [size, slide('seconds', 'each', [1, 30, 0.5], 's'), opacity],
};

/** A setting's value now; the names above are the schema's own, which a test holds. */
export const fieldValue = (settings: OverlaySettings, layer: OverlayLayer, name: string): unknown =>
  Object.entries(settings[layer]).find(([key]) => key === name)?.[1];
