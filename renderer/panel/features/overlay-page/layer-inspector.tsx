import { Crosshair, Plus, Trash2 } from 'lucide-react';
import { useStore } from 'zustand';
import {
  maxSafeZones,
  type OverlayLayer,
  type OverlaySettings,
  overlayLayers,
  type SafeZoneKind,
  safeZoneKinds,
} from '../../../../main/contract/models/overlay.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { Segments } from '../../ui/index.ts';
import { Choice, Line, Slide, SwitchLine } from './fields.tsx';
import { fieldValue, type LayerField, layerFields } from './layer-fields.ts';
import type { Selection } from './studio.ts';

const Field = (props: {
  readonly layer: OverlayLayer;
  readonly field: LayerField;
  readonly settings: OverlaySettings;
}) => {
  const { t, number } = useText();
  const { studio } = usePanel();
  const { layer, field, settings } = props;
  const value = fieldValue(settings, layer, field.name);
  const name = t(`ov.field.${field.label}`);
  const patch = (next: unknown) => ({ [layer]: { [field.name]: next } });
  const commit = (next: unknown) => studio.change(patch(next), `${layer}.${field.name}`);
  if (field.kind === 'switch') return <SwitchLine name={name} on={value === true} onChange={commit} />;
  if (field.kind === 'choice')
    return (
      <Line name={name}>
        <Segments
          tight
          label={name}
          value={String(value)}
          choices={field.values.map((one) => ({
            value: one,
            text: t(`ov.value.${one}` as 'ov.value.heart'),
          }))}
          onChoose={commit}
        />
      </Line>
    );
  const text = (n: number): string => {
    if (field.unit === 'percent') return `${Math.round(n * 100)}%`;
    if (field.unit === 'px') return `${Math.round(n)} px`;
    if (field.unit === 'number') return number(n);
    if (n === 0 && field.unit !== 's') return t(`ov.zero.${field.unit}`);
    if (field.unit === 'perSecond') return t('ov.perSecond', { n });
    return field.unit === 'asFits' ? number(n) : t('ov.seconds', { n });
  };
  return (
    <Slide
      name={name}
      value={Number(value)}
      min={field.min}
      max={field.max}
      step={field.step}
      text={text}
      onTry={(next) => studio.tryOut(patch(next))}
      onCommit={commit}
    />
  );
};

const LayerSettings = ({
  layer,
  settings,
}: {
  readonly layer: OverlayLayer;
  readonly settings: OverlaySettings;
}) => {
  const { t } = useText();
  const { studio } = usePanel();
  return (
    <section className="ov-part" aria-label={t(`ov.layer.${layer}`)}>
      <h3>{t(`ov.layer.${layer}`)}</h3>
      {layerFields[layer].map((field) => (
        <Field key={field.name} layer={layer} field={field} settings={settings} />
      ))}
      <button
        type="button"
        className="btn small quiet"
        disabled={settings[layer].place === null}
        onClick={() => studio.change({ [layer]: { place: null } }, `place ${layer}`)}
      >
        <Crosshair aria-hidden="true" />
        {t('ov.usualPlace')}
      </button>
    </section>
  );
};

const ZoneSettings = ({
  index,
  settings,
}: {
  readonly index: number;
  readonly settings: OverlaySettings;
}) => {
  const { t } = useText();
  const { studio } = usePanel();
  const zone = settings.safeZones[index];
  if (zone === undefined) return null;
  const change = (safeZones: OverlaySettings['safeZones']) => studio.change({ safeZones }, `zone ${index}`);
  return (
    <section className="ov-part" aria-label={t(`ov.zone.${zone.kind}`)}>
      <h3>{t(`ov.zone.${zone.kind}`)}</h3>
      <p className="quiet">{t('ov.zoneHint')}</p>
      <Choice<SafeZoneKind>
        name={t('ov.zoneKind')}
        value={zone.kind}
        choices={safeZoneKinds.map((kind) => [kind, t(`ov.zone.${kind}`)] as const)}
        onChoose={(kind) =>
          change(settings.safeZones.map((one, at) => (at === index ? { ...one, kind } : one)))
        }
      />
      <button
        type="button"
        className="btn small danger"
        onClick={() => {
          studio.select(undefined);
          change(settings.safeZones.filter((_, at) => at !== index));
        }}
      >
        <Trash2 aria-hidden="true" />
        {t('ov.removeZone')}
      </button>
    </section>
  );
};

/** Where a new zone of a kind starts; it is then dragged to where it belongs. */
const startOf = {
  face: { x: 0.68, y: 0.55, w: 0.28, h: 0.4 },
  product: { x: 0.05, y: 0.35, w: 0.24, h: 0.4 },
  captions: { x: 0.15, y: 0.82, w: 0.7, h: 0.13 },
  other: { x: 0.4, y: 0.4, w: 0.2, h: 0.2 },
} as const;

const Rows = ({
  settings,
  selection,
}: {
  readonly settings: OverlaySettings;
  readonly selection: Selection | undefined;
}) => {
  const { t } = useText();
  const { studio } = usePanel();
  const isLayer = (layer: OverlayLayer) => selection?.kind === 'layer' && selection.layer === layer;
  return (
    <ul className="ov-layers">
      {overlayLayers.map((layer) => (
        <li key={layer} data-selected={isLayer(layer)}>
          <button
            type="button"
            className="ov-layer-name"
            aria-pressed={isLayer(layer)}
            onClick={() => studio.select({ kind: 'layer', layer })}
          >
            {t(`ov.layer.${layer}`)}
          </button>
          <SwitchLine
            name={t('ov.shown', { layer: t(`ov.layer.${layer}`) })}
            on={settings[layer].on}
            onChange={(on) => studio.change({ [layer]: { on } }, `${layer}.on`)}
          />
        </li>
      ))}
      {settings.safeZones.map((zone, index) => {
        const picked = selection?.kind === 'zone' && selection.index === index;
        const key = `${zone.kind}-${settings.safeZones.slice(0, index).filter(({ kind }) => kind === zone.kind).length}`;
        return (
          <li key={key} data-kind="zone" data-selected={picked}>
            <button
              type="button"
              className="ov-layer-name"
              aria-pressed={picked}
              onClick={() => studio.select({ kind: 'zone', index })}
            >
              {t('ov.zoneNamed', { zone: t(`ov.zone.${zone.kind}`) })}
            </button>
          </li>
        );
      })}
    </ul>
  );
};

const AddZone = ({ settings }: { readonly settings: OverlaySettings }) => {
  const { t } = useText();
  const { studio } = usePanel();
  const full = settings.safeZones.length >= maxSafeZones;
  const add = (kind: SafeZoneKind) => {
    studio.change({ safeZones: [...settings.safeZones, { ...startOf[kind], kind }] }, 'add zone');
    studio.select({ kind: 'zone', index: settings.safeZones.length });
  };
  return (
    <div className="ov-add-zones">
      <span className="ov-line-name">
        {t('ov.keepClear')}
        <small>{t('ov.keepClearHint')}</small>
      </span>
      <span className="ov-buttons">
        {safeZoneKinds.map((kind) => (
          <button key={kind} type="button" className="btn small" disabled={full} onClick={() => add(kind)}>
            <Plus aria-hidden="true" />
            {t(`ov.zone.${kind}`)}
          </button>
        ))}
      </span>
    </div>
  );
};

/** Layers and safe zones: which there are, and everything that can be set of the one that is picked. */
export const LayerInspector = ({ settings }: { readonly settings: OverlaySettings }) => {
  const { studio } = usePanel();
  const selection = useStore(studio.state, (state) => state.selection);
  return (
    <>
      <Rows settings={settings} selection={selection} />
      {selection?.kind === 'layer' ? <LayerSettings layer={selection.layer} settings={settings} /> : null}
      {selection?.kind === 'zone' ? <ZoneSettings index={selection.index} settings={settings} /> : null}
      <AddZone settings={settings} />
    </>
  );
};
