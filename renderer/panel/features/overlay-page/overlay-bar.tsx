import { Menu } from '@base-ui/react/menu';
import { Copy, MoreHorizontal, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type OverlayStatus, overlayPresets } from '../../../../main/contract/models/overlay.ts';
import type { Result } from '../../../../main/contract/result.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';

const useMake = () => {
  const { studio, toasts } = usePanel();
  return async (answer: Promise<Result<{ readonly overlayId?: string }>>) => {
    const result = await answer;
    if (result.ok && result.value.overlayId !== undefined) studio.choose(result.value.overlayId);
    if (result.ok) return true;
    toasts.show({
      title: ({ t }) => t('failed.overlayList'),
      troubles: [{ where: undefined, error: result.error }],
      retry: undefined,
    });
    return false;
  };
};

const AddMenu = () => {
  const { t } = useText();
  const { bridge } = usePanel();
  const make = useMake();
  return (
    <Menu.Root>
      <Menu.Trigger className="btn small">
        <Plus aria-hidden="true" />
        {t('ov.add')}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="layer" sideOffset={4} align="start">
          <Menu.Popup className="popup menu">
            {overlayPresets.map((preset) => (
              <Menu.Item
                key={preset}
                className="menu-item ov-preset"
                onClick={() =>
                  void make(bridge.call('overlay:create', { name: t(`ov.preset.${preset}`), preset }))
                }
              >
                {t(`ov.preset.${preset}`)}
                <span className="hint">{t(`ov.presetHint.${preset}`)}</span>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
};

const Rename = ({ overlay, onDone }: { readonly overlay: OverlayStatus; readonly onDone: () => void }) => {
  const { t } = useText();
  const { bridge } = usePanel();
  const make = useMake();
  const [name, setName] = useState(overlay.name);
  const keep = async () => {
    if (name.trim() === '' || name.trim() === overlay.name) return onDone();
    if (await make(bridge.call('overlay:rename', { overlayId: overlay.id, name }))) onDone();
  };
  return (
    <form
      className="ov-rename"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <input
        className="field"
        aria-label={t('ov.name')}
        maxLength={60}
        value={name}
        ref={(field) => field?.focus()}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
      />
      <button type="submit" className="btn small">
        {t('ov.rename')}
      </button>
    </form>
  );
};

const Remove = (props: {
  readonly overlay: OverlayStatus;
  readonly onGone: () => void;
  readonly onDone: () => void;
}) => {
  const { t } = useText();
  const { bridge } = usePanel();
  const make = useMake();
  const { overlay } = props;
  const count = overlay.clients.filter(({ preview }) => !preview).length;
  const remove = async () => {
    if (await make(bridge.call('overlay:remove', { overlayId: overlay.id }))) props.onGone();
    props.onDone();
  };
  return (
    <fieldset className="ov-ask" aria-label={t('ov.remove')}>
      <p>
        {t('ov.removeAsk', { name: overlay.name })} {count > 0 ? t('ov.rotateCuts', { count }) : null}
      </p>
      <span className="ov-buttons">
        <button type="button" className="btn small danger" onClick={() => void remove()}>
          {t('ov.removeNow')}
        </button>
        <button type="button" className="btn small quiet" onClick={props.onDone}>
          {t('ov.keep')}
        </button>
      </span>
    </fieldset>
  );
};

const MoreMenu = (props: {
  readonly overlay: OverlayStatus;
  readonly last: boolean;
  readonly onAsk: (what: 'rename' | 'remove') => void;
}) => {
  const { t } = useText();
  const { bridge } = usePanel();
  const make = useMake();
  const { overlay } = props;
  return (
    <Menu.Root>
      <Menu.Trigger className="icon-btn" aria-label={t('ov.more', { name: overlay.name })}>
        <MoreHorizontal aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="layer" sideOffset={4} align="start">
          <Menu.Popup className="popup menu">
            <Menu.Item className="menu-item" onClick={() => props.onAsk('rename')}>
              <Pencil aria-hidden="true" />
              {t('ov.rename')}
            </Menu.Item>
            <Menu.Item
              className="menu-item"
              onClick={() =>
                void make(
                  bridge.call('overlay:duplicate', {
                    overlayId: overlay.id,
                    name: t('ov.copyOf', { name: overlay.name }).slice(0, 60),
                  }),
                )
              }
            >
              <Copy aria-hidden="true" />
              {t('ov.duplicate')}
            </Menu.Item>
            <Menu.Item className="menu-item" disabled={props.last} onClick={() => props.onAsk('remove')}>
              <Trash2 aria-hidden="true" />
              {t('ov.remove')}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
};

/** Which overlay is worked on, and the list of them: add, rename, copy, remove. */
export const OverlayBar = (props: {
  readonly overlays: readonly OverlayStatus[];
  readonly overlay: OverlayStatus;
}) => {
  const { t } = useText();
  const { studio } = usePanel();
  const [asking, setAsking] = useState<'rename' | 'remove' | undefined>();
  const { overlays, overlay } = props;
  const done = () => setAsking(undefined);
  return (
    <div className="ov-bar">
      <fieldset className="ov-tabs" aria-label={t('ov.overlays')}>
        {overlays.map((one) => {
          const on = one.clients.filter(({ preview }) => !preview).length;
          return (
            <button
              key={one.id}
              type="button"
              className="ov-tab"
              aria-pressed={one.id === overlay.id}
              onClick={() => {
                done();
                studio.choose(one.id);
              }}
            >
              <bdi>{one.name}</bdi>
              {on > 0 ? <span className="ov-tab-on">{t('ov.tabOn', { count: on })}</span> : null}
            </button>
          );
        })}
      </fieldset>
      <MoreMenu overlay={overlay} last={overlays.length === 1} onAsk={setAsking} />
      <AddMenu />
      {asking === 'rename' ? <Rename overlay={overlay} onDone={done} /> : null}
      {asking === 'remove' ? (
        <Remove
          overlay={overlay}
          onDone={done}
          onGone={() => {
            const next = overlays.find(({ id }) => id !== overlay.id);
            if (next !== undefined) studio.choose(next.id);
          }}
        />
      ) : null}
    </div>
  );
};
