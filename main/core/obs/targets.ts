import { appError } from '../../contract/app-error.ts';
import type { ObsSettings } from '../../contract/models/obs.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { OverlaysForObs } from './overlay-port.ts';
import { inputNameFor, type ObsTarget } from './source-target.ts';

const noSuchOverlay = appError(
  'not-found',
  { en: 'There is no such overlay any more.', 'zh-CN': '该叠加层已不存在。' },
  { remedy: { en: 'Choose another overlay.', 'zh-CN': '请选择其他叠加层。' } },
);

type OverlayFacts = Pick<OverlaysForObs, 'status' | 'url' | 'settings' | 'windowTitle' | 'windowKeyColour'>;

const urlsBeside = ({ status, url }: OverlayFacts, overlayId: string): readonly string[] =>
  Object.keys(status())
    .filter((id) => id !== overlayId)
    .flatMap((id) => {
      const other = url(id);
      return other.ok ? [other.value] : [];
    });

/** An overlay as OBS is to show it, put together anew at every use: its address and colours may change at any time. */
export const targetFor = (
  overlays: OverlayFacts,
  settings: Pick<ObsSettings, 'inputName'>,
  overlayId: string,
): Result<ObsTarget> => {
  const status = overlays.status()[overlayId];
  if (status === undefined) return err(noSuchOverlay);
  const url = overlays.url(overlayId);
  if (!url.ok) return url;
  const look = overlays.settings(overlayId);
  if (!look.ok) return look;
  return ok({
    overlayId,
    inputName: inputNameFor(settings, status),
    url: url.value,
    otherUrls: urlsBeside(overlays, overlayId),
    canvas: look.value.canvas,
    keyColour: look.value.keyColour,
    windowKeyColour: look.value.keyColour ?? overlays.windowKeyColour,
    windowTitle: overlays.windowTitle(overlayId),
  });
};

export const allTargets = (
  overlays: OverlayFacts,
  settings: Pick<ObsSettings, 'inputName'>,
): readonly ObsTarget[] =>
  Object.keys(overlays.status()).flatMap((overlayId) => {
    const target = targetFor(overlays, settings, overlayId);
    return target.ok ? [target.value] : [];
  });
