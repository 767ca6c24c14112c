import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import {
  type OverlaySettings,
  overlayLayers,
  type Place,
  type SafeZone,
} from '../../../../main/contract/models/overlay.ts';
import { placeFor } from '../../../../main/contract/models/overlay-layout.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import type { BackdropControl } from './backdrop.ts';
import { type Guide, SAFE_MARGIN } from './layout.ts';
import { PlaceBox } from './place-box.tsx';
import { PreviewFrame } from './preview-frame.tsx';
import type { Selection } from './studio.ts';

type Box = {
  readonly key: string;
  readonly selection: Selection;
  readonly place: Place;
  readonly on: boolean;
};

const placeOnly = ({ x, y, w, h }: SafeZone): Place => ({ x, y, w, h });

/** Big ones first, so that a small box is never buried under a big one. */
const boxesOf = (settings: OverlaySettings, selection: Selection | undefined): readonly Box[] => {
  const { width, height } = settings.canvas;
  const layers = overlayLayers.map(
    (layer): Box => ({
      key: layer,
      selection: { kind: 'layer', layer },
      place: placeFor(layer, settings[layer].place, width, height),
      on: settings[layer].on,
    }),
  );
  const zones = settings.safeZones.map(
    (zone, index): Box => ({
      key: `zone-${index}`,
      selection: { kind: 'zone', index },
      place: placeOnly(zone),
      on: true,
    }),
  );
  const isSelected = (box: Box) => JSON.stringify(box.selection) === JSON.stringify(selection);
  const area = ({ place }: Box) => place.w * place.h;
  return [...layers, ...zones].filter((box) => box.on || isSelected(box)).sort((a, b) => area(b) - area(a));
};

/** The change that puts a box somewhere. */
const patchFor = (settings: OverlaySettings, selection: Selection, place: Place) =>
  selection.kind === 'layer'
    ? { [selection.layer]: { place } }
    : {
        safeZones: settings.safeZones.map((zone, index) =>
          index === selection.index ? { ...zone, ...place } : zone,
        ),
      };

const useFit = (canvas: { readonly width: number; readonly height: number }) => {
  const room = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0);
  const { width, height } = canvas;
  useEffect(() => {
    const element = room.current;
    if (element === null) return;
    const measure = () => setScale(Math.min(element.clientWidth / width, element.clientHeight / height));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [width, height]);
  return { room, scale };
};

/** The picture as the audience will see it, with every layer and safe zone to take hold of. */
export const StageView = (props: { readonly backdrop: BackdropControl; readonly sample: boolean }) => {
  const { t } = useText();
  const { studio } = usePanel();
  const { settings: kept, draft, url, selection } = useStore(studio.state);
  const [guides, setGuides] = useState<readonly Guide[]>([]);
  const settings = draft ?? kept;
  const { room, scale } = useFit(settings?.canvas ?? { width: 1920, height: 1080 });
  const { backdrop } = props;
  const nameOf = (about: Selection) =>
    about.kind === 'layer'
      ? t(`ov.layer.${about.layer}`)
      : t(`ov.zone.${settings?.safeZones[about.index]?.kind ?? 'other'}`);

  if (settings === undefined || url === undefined || kept === undefined)
    return (
      <div className="ov-room" ref={room}>
        <p className="quiet">{t('ov.loading')}</p>
      </div>
    );
  const { canvas } = settings;
  const stage = { width: canvas.width * scale, height: canvas.height * scale };
  const shown = backdrop.kind === 'picture' && backdrop.picture !== null ? backdrop.picture : undefined;
  return (
    <div className="ov-room" ref={room}>
      <div
        className="ov-stage"
        data-backdrop={backdrop.kind}
        style={{ ...stage, ...(shown === undefined ? {} : { backgroundImage: `url("${shown}")` }) }}
      >
        <PreviewFrame key={url} url={url} settings={settings} scale={scale} sample={props.sample} />
        <div className="ov-margins" style={{ inset: `${SAFE_MARGIN * 100}%` }} />
        {guides.map(({ axis, at }) => (
          <div
            key={axis}
            className="ov-guide"
            data-axis={axis}
            style={axis === 'x' ? { left: `${at * 100}%` } : { top: `${at * 100}%` }}
          />
        ))}
        {boxesOf(settings, selection).map((box) => (
          <PlaceBox
            key={box.key}
            name={nameOf(box.selection)}
            kind={box.selection.kind}
            place={box.place}
            canvas={canvas}
            stage={stage}
            on={box.on}
            selected={JSON.stringify(box.selection) === JSON.stringify(selection)}
            onSelect={() => studio.select(box.selection)}
            onTry={(place, lines) => {
              setGuides(lines);
              studio.tryOut(place === undefined ? undefined : patchFor(kept, box.selection, place));
            }}
            onCommit={(place) => studio.change(patchFor(kept, box.selection, place), `place ${box.key}`)}
            {...(box.selection.kind === 'zone'
              ? {
                  onRemove: () => {
                    studio.select(undefined);
                    const safeZones = kept.safeZones.filter((_, index) => `zone-${index}` !== box.key);
                    studio.change({ safeZones }, 'remove zone');
                  },
                }
              : {})}
          />
        ))}
      </div>
    </div>
  );
};
