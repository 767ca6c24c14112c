import { type KeyboardEvent, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { Segments } from '../../ui/index.ts';
import { AddressPart } from './address-part.tsx';
import { useBackdrop } from './backdrop.ts';
import { ClientsPart } from './clients-part.tsx';
import { LayerInspector } from './layer-inspector.tsx';
import { LookInspector } from './look-inspector.tsx';
import { OverlayBar } from './overlay-bar.tsx';
import { inOrder } from './overlay-order.ts';
import { PictureInspector } from './picture-inspector.tsx';
import { StageTools } from './stage-tools.tsx';
import { StageView } from './stage-view.tsx';
import { WindowInspector } from './window-inspector.tsx';

const tabs = ['layers', 'look', 'output', 'window'] as const;
type Tab = (typeof tabs)[number];

/** A text field has its own undo. */
const isText = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'range');

/** What the audience sees: placed, styled and watched, with the real page as its preview. */
export const OverlayPage = () => {
  const { t } = useText();
  const { studio } = usePanel();
  const overlays = inOrder(Object.values(useTopic('overlays') ?? {}));
  const chosen = useStore(studio.state, (state) => state.overlayId);
  const settings = useStore(studio.state, (state) => state.draft ?? state.settings);
  const [tab, setTab] = useState<Tab>('layers');
  const [sample, setSample] = useState(true);
  const backdrop = useBackdrop();
  const overlay = overlays.find(({ id }) => id === chosen) ?? overlays[0];
  const overlayId = overlay?.id;

  useEffect(() => {
    if (overlayId !== undefined) studio.choose(overlayId);
  }, [overlayId, studio]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || isText(event.target)) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) studio.redo();
    else studio.undo();
  };

  if (overlay === undefined)
    return (
      <main className="page">
        <h1>{t('page.overlay')}</h1>
        <p className="quiet">{t('ov.loading')}</p>
      </main>
    );
  return (
    <main className="ov-page" onKeyDown={onKeyDown}>
      <header className="ov-head">
        <h1>{t('page.overlay')}</h1>
        <OverlayBar overlays={overlays} overlay={overlay} />
        <AddressPart key={overlay.id} overlay={overlay} />
      </header>
      <div className="ov-body">
        <section className="ov-left" aria-label={t('ov.preview')}>
          <StageTools backdrop={backdrop} sample={sample} onSample={setSample} />
          <StageView backdrop={backdrop} sample={sample} />
          <p className="ov-hint">
            {sample ? t('ov.sampleHint') : t('ov.liveHint')} {t('ov.dragHint')}
          </p>
          <ClientsPart overlay={overlay} />
        </section>
        <aside className="ov-inspector" aria-label={t('ov.settings')}>
          <Segments
            label={t('ov.settings')}
            value={tab}
            choices={tabs.map((value) => ({ value, text: t(`ov.tab.${value}`) }))}
            onChoose={setTab}
          />
          {settings === undefined ? <p className="quiet">{t('ov.loading')}</p> : null}
          {settings !== undefined && tab === 'layers' ? <LayerInspector settings={settings} /> : null}
          {settings !== undefined && tab === 'look' ? <LookInspector settings={settings} /> : null}
          {settings !== undefined && tab === 'output' ? (
            <PictureInspector name={overlay.name} settings={settings} />
          ) : null}
          {settings !== undefined && tab === 'window' ? (
            <WindowInspector key={overlay.id} overlay={overlay} settings={settings} />
          ) : null}
        </aside>
      </div>
    </main>
  );
};
