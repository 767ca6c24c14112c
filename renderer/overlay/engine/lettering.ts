import type { FlyStyle } from './fly-style.ts';

/** A stretch of one colour, `x` from the sprite's left edge. */
export type Part = { readonly text: string; readonly colour: string; readonly x: number };

/** Emoji are pictures in the font: a stroke leaves them out and a colour does not reach them. */
const picture = /\p{Emoji_Presentation}|\uFE0F/u;
/** Copies of a shape around itself that look like one line, as in the style sheet's ring. */
const ringSteps = 16;

/** Draws the outline of what a stretch shows in one colour, moved by `x` and `y`: pictures leave their shape too. */
const drawShape = (
  context: CanvasRenderingContext2D,
  part: Part,
  at: { readonly x: number; readonly y: number },
  moves: readonly (readonly [number, number])[],
  colour: string,
) => {
  // A canvas's shadow is given in device px, whatever the canvas is scaled by.
  const scale = context.getTransform().a;
  context.shadowColor = colour;
  for (const [x, y] of moves) {
    context.shadowOffsetX = x * scale;
    context.shadowOffsetY = y * scale;
    context.fillText(part.text, at.x + part.x, at.y);
  }
  context.shadowColor = 'transparent';
};

const ring = (radius: number): readonly (readonly [number, number])[] =>
  Array.from({ length: ringSteps }, (_, step) => {
    const angle = (step / ringSteps) * 2 * Math.PI;
    return [Math.cos(angle) * radius, Math.sin(angle) * radius];
  });

/** Letters with their hard outline and drop shadow. */
export const drawLetters = (
  context: CanvasRenderingContext2D,
  style: Pick<FlyStyle, 'shadow' | 'plate' | 'outline' | 'outlineColour'>,
  parts: readonly Part[],
  at: { readonly x: number; readonly y: number },
): void => {
  const { shadow, plate, outline, outlineColour } = style;
  for (const part of shadow && !plate ? parts : []) {
    if (!shadow) continue;
    context.fillStyle = shadow.colour;
    if (picture.test(part.text)) drawShape(context, part, at, [[shadow.x, shadow.y]], shadow.colour);
    else context.fillText(part.text, at.x + part.x + shadow.x, at.y + shadow.y);
  }
  for (const part of outline > 0 ? parts : []) {
    context.strokeStyle = outlineColour;
    context.lineWidth = outline * 2;
    context.lineJoin = 'round';
    if (picture.test(part.text)) drawShape(context, part, at, ring(outline), outlineColour);
    context.strokeText(part.text, at.x + part.x, at.y);
  }
  for (const part of parts) {
    context.fillStyle = part.colour;
    context.fillText(part.text, at.x + part.x, at.y);
  }
};
