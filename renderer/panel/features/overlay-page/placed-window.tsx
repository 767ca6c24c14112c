import type { Display } from '../../../../main/contract/models/desktop.ts';
import type { OverlaySettings } from '../../../../main/contract/models/overlay.ts';
import {
  boundsSchema,
  type OverlayWindowChoices,
  overlayWindowChoicesSchema,
} from '../../../../main/contract/models/overlay-window.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { acceleratorText } from '../desktop/index.ts';
import { Choice, SwitchLine } from './fields.tsx';
import { Sides } from './sides.tsx';
import { useDo } from './use-do.ts';
import { homeOf, middleOf } from './window-place.ts';

const usual = overlayWindowChoicesSchema.parse({});
const least = boundsSchema.shape.width.minValue ?? 100;
const most = boundsSchema.shape.width.maxValue ?? 16_384;

/** The system's name for it where it has one, with what tells two of the same kind apart. */
const useDisplayName = () => {
  const { t } = useText();
  return ({ name, bounds, primary }: Display, index: number) => {
    const called = name === '' ? t('ov.win.displayNumber', { n: index + 1 }) : name;
    return `${called}, ${bounds.width} × ${bounds.height}${primary ? t('ov.win.mainDisplay') : ''}`;
  };
};

const ClickThrough = (props: { readonly on: boolean; readonly onChange: (on: boolean) => void }) => {
  const { t } = useText();
  const platform = useTopic('app')?.platform ?? '';
  const key = acceleratorText(useTopic('settings')?.globalKeys.clickThrough ?? '', platform);
  return (
    <SwitchLine
      name={t('ov.win.through')}
      hint={key === '' ? t('ov.win.throughHint') : t('ov.win.throughKey', { key })}
      on={props.on}
      onChange={props.onChange}
    />
  );
};

/** Where the desktop's window stands, how large it is, and how it bears itself among others. */
export const PlacedWindow = (props: {
  readonly overlayId: string;
  readonly canvas: OverlaySettings['canvas'];
}) => {
  const { t } = useText();
  const { bridge } = usePanel();
  const act = useDo();
  const nameOf = useDisplayName();
  const { overlayId, canvas } = props;
  const displays = useTopic('desktop')?.displays ?? [];
  const { bounds, display, alwaysOnTop, clickThrough } = useTopic('overlayWindows')?.[overlayId] ?? usual;
  const home = homeOf(display, displays);
  const { width, height } = bounds ?? canvas;
  const fits = width === canvas.width && height === canvas.height;
  const set = (patch: Partial<OverlayWindowChoices>) =>
    void act(bridge.call('overlay-window:set', { overlayId, patch }), 'failed.overlayWindowSet');
  const resize = (size: { readonly width: number; readonly height: number }) => {
    const from = bounds ?? (home === undefined ? { x: 0, y: 0 } : middleOf(home, size));
    set({ bounds: { x: from.x, y: from.y, ...size } });
  };
  return (
    <section className="ov-part">
      {home === undefined ? null : (
        <Choice<string>
          name={t('ov.win.display')}
          wide
          value={home.id}
          choices={displays.map((one, index) => [one.id, nameOf(one, index)] as const)}
          onChoose={(id) => {
            const next = displays.find((one) => one.id === id);
            if (next !== undefined) set({ display: id, bounds: middleOf(next, { width, height }) });
          }}
        />
      )}
      <Sides
        name={t('ov.sides')}
        hint={t(fits ? 'ov.win.sizeFits' : 'ov.win.sizeOther', { ...canvas })}
        {...{ width, height, least, most }}
        onCommit={(nextWidth, nextHeight) => resize({ width: nextWidth, height: nextHeight })}
      />
      <span className="ov-buttons">
        <button type="button" className="btn small" disabled={fits} onClick={() => resize({ ...canvas })}>
          {t('ov.win.asCanvas')}
        </button>
        <button
          type="button"
          className="btn small"
          disabled={bounds === null || home === undefined}
          onClick={() => {
            if (home !== undefined) set({ bounds: middleOf(home, { width, height }) });
          }}
        >
          {t('ov.win.middle')}
        </button>
      </span>
      <SwitchLine
        name={t('ov.win.onTop')}
        hint={t('ov.win.onTopHint')}
        on={alwaysOnTop}
        onChange={(on) => set({ alwaysOnTop: on })}
      />
      <ClickThrough on={clickThrough} onChange={(on) => set({ clickThrough: on })} />
    </section>
  );
};
