import type { Place } from '../../../main/contract/models/overlay.ts';
import type { OverlayPattern } from '../../../main/contract/overlay-protocol.ts';
import { element } from './element.ts';

const percent = (share: number) => `${share * 100}%`;

const block = ({ x, y, w, h }: Place, colour: string, alpha = 1): HTMLElement => {
  const node = element('div', 'pattern-block');
  Object.assign(node.style, { left: percent(x), top: percent(y), width: percent(w), height: percent(h) });
  node.style.background = colour;
  node.style.opacity = String(alpha);
  return node;
};

/** Draws the test pattern over the stage, whose layers are hidden meanwhile. */
export const createPatternBoard = (root: HTMLElement) => {
  const board = element('div', 'pattern');
  let timer: number | undefined;

  const take = () => {
    window.clearInterval(timer);
    timer = undefined;
    board.replaceChildren();
    board.remove();
    root.classList.remove('testing');
  };

  const drawPulse = ({ place, cells, stepMs, lit, dark }: OverlayPattern['pulse']) => {
    const width = place.w / cells;
    const nodes = Array.from({ length: cells }, (_, cell) =>
      block({ ...place, x: place.x + cell * width, w: width }, dark),
    );
    const step = () => {
      const now = Math.floor(Date.now() / stepMs) % cells;
      for (const [cell, node] of nodes.entries()) node.style.background = cell === now ? lit : dark;
    };
    step();
    timer = window.setInterval(step, stepMs);
    return nodes;
  };

  return {
    isShown: (): boolean => timer !== undefined,
    show: (pattern: OverlayPattern | null): void => {
      take();
      if (!pattern) return;
      const blocks = pattern.blocks.map(({ place, colour, alpha }) => block(place, colour, alpha));
      board.append(...blocks, ...drawPulse(pattern.pulse));
      root.append(board);
      root.classList.add('testing');
    },
  };
};
