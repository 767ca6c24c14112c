import type { FlyStyle } from './fly-style.ts';
import type { FlyText } from './fly-text.ts';
import { drawLetters, type Part } from './lettering.ts';

/** A comment measured and ready to be drawn at any place. */
export type Sprite = {
  /** Px from edge to edge, outline, plate and shadow included. */
  readonly width: number;
  readonly draw: (context: CanvasRenderingContext2D, x: number, top: number) => void;
};

/** Baseline below the middle of a line, in em; right for Han and Latin letters together. */
const baselineDrop = 0.36;
/** Letters of a badge, in letters of the comment. */
const badgeShare = 0.66;
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
  const badgeFont = style.font.replace(`${style.size}px`, `${style.size * badgeShare}px`);
  const badgePad = style.size * 0.2;
  const badgeWidthOf = (text: string) => widthOf(text) * badgeShare + 2 * badgePad;
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

  const colourOf = ({ hue, badge }: FlyText, perPerson: boolean) => {
    if (badge !== '') return style.accent;
    return perPerson && hue !== undefined ? (style.hues[hue] ?? style.fill) : style.fill;
  };

  const layOut = (item: FlyText, perPerson: boolean, room: number) => {
    const parts: Part[] = [];
    let x = margin;
    const badge = item.badge === '' ? undefined : { text: item.badge, x, width: badgeWidthOf(item.badge) };
    if (badge) x += badge.width + style.size * 0.3;
    const add = (text: string, colour: string) => {
      parts.push({ text, colour, x });
      x += widthOf(text);
    };
    if (item.nick) {
      const nick = style.uppercaseNick ? item.nick.toUpperCase() : item.nick;
      add(isolate(nick), style.hues[item.hue ?? 0] ?? style.fill);
      x += style.size * 0.35;
    }
    add(isolate(cutToFit(item.text, room - (x - margin))), colourOf(item, perPerson));
    if (item.count > 1) {
      x += style.size * 0.3;
      add(`×${item.count}`, style.accent);
    }
    return { badge, parts, width: Math.ceil(x + margin) };
  };

  /** The office on a block of the accent's colour, so that it shows without colours too. */
  const drawBadge = (
    context: CanvasRenderingContext2D,
    { text, x: from, width }: { readonly text: string; readonly x: number; readonly width: number },
    x: number,
    middle: number,
  ) => {
    const height = style.size * 0.92;
    const radius = style.badgeRadius;
    context.beginPath();
    context.roundRect(x + from, middle - height / 2, width, height, radius);
    if (style.outline > 0) {
      context.strokeStyle = style.outlineColour;
      context.lineWidth = style.outline * 2;
      context.stroke();
    }
    context.fillStyle = style.accent;
    context.fill();
    context.font = badgeFont;
    context.fillStyle = style.onAccent;
    context.fillText(text, x + from + badgePad, middle + style.size * badgeShare * baselineDrop);
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

  return {
    sprite: (item: FlyText, perPerson: boolean, room: number): Sprite => {
      const { badge, parts, width } = layOut(item, perPerson, room);
      return {
        width,
        draw: (context, x, top) => {
          context.font = style.font;
          context.textBaseline = 'alphabetic';
          drawPlate(context, x, top, width);
          if (badge) drawBadge(context, badge, x, top + laneHeight / 2);
          context.font = style.font;
          drawLetters(context, style, parts, { x, y: top + laneHeight / 2 + style.size * baselineDrop });
        },
      };
    },
  };
};
export type Painter = ReturnType<typeof createPainter>;
