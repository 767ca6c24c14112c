import type { FlyStyle } from './fly-style.ts';

type Part = { readonly text: string; readonly colour: string; readonly x: number };

/** A comment measured and ready to be drawn at any place. */
export type Sprite = {
  /** Px from edge to edge, outline, plate and shadow included. */
  readonly width: number;
  readonly draw: (context: CanvasRenderingContext2D, x: number, top: number) => void;
};

export type FlyText = {
  readonly nick: string;
  readonly text: string;
  readonly count: number;
  readonly hue: number | undefined;
  readonly role: 'vj' | 'admin' | undefined;
};

/** Baseline below the middle of a line, in em; right for Han and Latin letters together. */
const baselineDrop = 0.36;
const isolate = (text: string) => `\u2068${text}\u2069`;
const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

const platePath = (
  context: CanvasRenderingContext2D,
  plate: NonNullable<FlyStyle['plate']>,
  box: number[],
) => {
  const [x = 0, y = 0, w = 0, h = 0] = box;
  context.beginPath();
  if (plate.slant > 0) {
    context.moveTo(x + plate.slant, y);
    context.lineTo(x + w, y);
    context.lineTo(x + w - plate.slant, y + h);
    context.lineTo(x, y + h);
    context.closePath();
  } else {
    context.roundRect(x, y, w, h, Math.min(plate.radius, h / 2));
  }
};

/** Draws flying comments: hard edges only, because OBS's window captures keep two bits of alpha or blend it wrongly. */
export const createPainter = (style: FlyStyle, laneHeight: number) => {
  const measuring = document.createElement('canvas').getContext('2d');
  if (!measuring) throw new Error('This browser has no 2D canvas');
  measuring.font = style.font;
  const widthOf = (text: string) => measuring.measureText(text).width;
  const edge = Math.ceil(style.outline + (style.shadow ? Math.abs(style.shadow.x) : 0)) + 1;
  const margin = edge + style.padX + (style.plate?.slant ?? 0);

  const cutToFit = (text: string, room: number): string => {
    if (widthOf(text) <= room) return text;
    let fitting = '';
    for (const { segment } of segmenter.segment(text)) {
      if (widthOf(`${fitting}${segment}…`) > room) break;
      fitting += segment;
    }
    return `${fitting}…`;
  };

  const colourOf = ({ hue, role }: FlyText, perPerson: boolean) => {
    if (role) return style.accent;
    return perPerson && hue !== undefined ? (style.hues[hue] ?? style.fill) : style.fill;
  };

  const layOut = (item: FlyText, perPerson: boolean, room: number) => {
    const parts: Part[] = [];
    let x = margin;
    const add = (text: string, colour: string) => {
      parts.push({ text, colour, x });
      x += widthOf(text);
    };
    if (item.nick) {
      const nick = style.uppercaseNick ? item.nick.toUpperCase() : item.nick;
      add(isolate(nick), style.hues[item.hue ?? 0] ?? style.fill);
      x += style.size * 0.35;
    }
    add(isolate(cutToFit(item.text, room)), colourOf(item, perPerson));
    if (item.count > 1) {
      x += style.size * 0.3;
      add(`×${item.count}`, style.accent);
    }
    return { parts, width: Math.ceil(x + margin) };
  };

  const drawPlate = (context: CanvasRenderingContext2D, x: number, top: number, width: number) => {
    const { plate, shadow } = style;
    if (!plate) return;
    const height = Math.min(laneHeight - 2 * edge, style.size * 1.22 + 2 * style.padY);
    const y = top + (laneHeight - height) / 2;
    const left = x + edge;
    const box = [left, y, width - 2 * edge, height];
    if (shadow) {
      platePath(context, plate, [left + shadow.x, y + shadow.y, width - 2 * edge, height]);
      context.fillStyle = shadow.colour;
      context.fill();
    }
    platePath(context, plate, box);
    context.fillStyle = plate.fill;
    context.fill();
    if (plate.edgeWidth > 0) {
      context.strokeStyle = plate.edge;
      context.lineWidth = plate.edgeWidth;
      context.stroke();
    }
    if (style.bar) {
      context.fillStyle = style.bar;
      context.fillRect(left, y, Math.max(2, style.size * 0.14), height);
    }
  };

  const drawText = (context: CanvasRenderingContext2D, parts: readonly Part[], x: number, y: number) => {
    const { shadow, plate } = style;
    if (shadow && !plate) {
      context.fillStyle = shadow.colour;
      for (const part of parts) context.fillText(part.text, x + part.x + shadow.x, y + shadow.y);
    }
    if (style.outline > 0) {
      context.strokeStyle = style.outlineColour;
      context.lineWidth = style.outline * 2;
      context.lineJoin = 'round';
      for (const part of parts) context.strokeText(part.text, x + part.x, y);
    }
    for (const part of parts) {
      context.fillStyle = part.colour;
      context.fillText(part.text, x + part.x, y);
    }
  };

  return {
    sprite: (item: FlyText, perPerson: boolean, room: number): Sprite => {
      const { parts, width } = layOut(item, perPerson, room);
      return {
        width,
        draw: (context, x, top) => {
          context.font = style.font;
          context.textBaseline = 'alphabetic';
          drawPlate(context, x, top, width);
          drawText(context, parts, x, top + laneHeight / 2 + style.size * baselineDrop);
        },
      };
    },
  };
};
export type Painter = ReturnType<typeof createPainter>;
