const svg = 'http://www.w3.org/2000/svg';

/** Outlines in a square of 32, drawn for this project. */
const outlines = {
  heart: 'M16 28C7 21 3 16 3 11a6.5 6.5 0 0 1 13-1.500a6.5 6.5 0 0 1 13 1.500c0 5-4 10-13 17z',
  star: 'M16 3l4 8.7 9.5 1-7 6.4 2 9.400L16 23.7 7.5 28.500l2-9.4-7-6.4 9.5-1z',
  thumb:
    'M4 14h5v14H4zM11 14l5-11c3 0 4 2 3.5 4.500L18.8 12H27c2 0 3 1.7 2.6 3.500l-2.2 10c-.4 1.6-1.6 2.5-3.2 2.500H11z',
  spark: 'M16 2c1.2 8 5.5 12.5 14 14-8.5 1.5-12.8 6-14 14-1.2-8-5.5-12.5-14-14 8.5-1.5 12.8-6 14-14z',
  gift: 'M4 10h24v6H4zM6 18h9v10H6zM17 18h9v10h-9zM16 9c-2-5-8-6-8-2.500C8 8.5 11 9 16 9zM16 9c2-5 8-6 8-2.500C24 8.5 21 9 16 9z',
} as const;

export type ShapeName = keyof typeof outlines;

export const shape = (name: ShapeName, className: string): SVGSVGElement => {
  const node = document.createElementNS(svg, 'svg');
  node.setAttribute('viewBox', '0 0 32 32');
  node.setAttribute('class', className);
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', outlines[name]);
  node.append(path);
  return node;
};
