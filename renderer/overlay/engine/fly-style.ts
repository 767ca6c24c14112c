/** How flying text is drawn; a theme says it in custom properties (`--fly-…`), custom CSS may change them. */
export type FlyStyle = {
  readonly font: string;
  readonly size: number;
  readonly fill: string;
  /** Width of the hard outline, px; 0 = none. */
  readonly outline: number;
  readonly outlineColour: string;
  /** Filled shape behind the text; `null` = none. */
  readonly plate: {
    readonly fill: string;
    readonly edge: string;
    readonly edgeWidth: number;
    readonly radius: number;
    readonly slant: number;
  } | null;
  readonly bar: string | null;
  readonly padX: number;
  readonly padY: number;
  readonly shadow: { readonly x: number; readonly y: number; readonly colour: string } | null;
  readonly accent: string;
  readonly onAccent: string;
  readonly badgeRadius: number;
  readonly hues: readonly string[];
  readonly uppercaseNick: boolean;
};

const hueCount = 12;

/** Reads the style from an element of the current theme; lengths in the properties are in em of the flying text. */
export const readFlyStyle = (element: HTMLElement, size: number): FlyStyle => {
  const style = getComputedStyle(element);
  const text = (name: string, fallback: string) => style.getPropertyValue(name).trim() || fallback;
  const em = (name: string) => {
    const value = Number.parseFloat(style.getPropertyValue(name));
    return Number.isFinite(value) ? value * size : 0;
  };
  const optional = (name: string) => {
    const value = text(name, 'none');
    return value === 'none' ? null : value;
  };
  const plateFill = optional('--fly-plate');
  const plate =
    plateFill === null
      ? null
      : {
          fill: plateFill,
          edge: text('--fly-edge', plateFill),
          edgeWidth: em('--fly-edge-width'),
          radius: em('--fly-radius'),
          slant: em('--fly-slant'),
        };
  const shadowColour = optional('--fly-shadow');
  const shadow =
    shadowColour === null ? null : { colour: shadowColour, x: em('--fly-shadow-x'), y: em('--fly-shadow-y') };
  return {
    font: `${text('--fly-weight', '700')} ${size}px ${text('--fly-font', 'sans-serif')}`,
    size,
    fill: text('--fly-fill', '#fff'),
    outline: em('--fly-outline'),
    outlineColour: text('--fly-outline-colour', '#000'),
    plate,
    bar: optional('--fly-bar'),
    padX: em('--fly-pad-x'),
    padY: em('--fly-pad-y'),
    shadow,
    accent: text('--accent', '#ffd54a'),
    onAccent: text('--on-accent', '#14161a'),
    badgeRadius: em('--fly-badge-radius'),
    hues: Array.from({ length: hueCount }, (_, hue) => text(`--hue-${hue}`, '#fff')),
    uppercaseNick: text('--fly-nick-case', 'none') === 'uppercase',
  };
};
