import { Download, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { languages } from '../../../../main/contract/app-error.ts';
import type { OverlaySettings } from '../../../../main/contract/models/overlay.ts';
import { type MessageKey, useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { Segments } from '../../ui/index.ts';
import { Choice, Line, Slide, SwitchLine } from './fields.tsx';
import { readSettings, SETTINGS_FILE_MAX, writeSettings } from './settings-file.ts';
import { Sides } from './sides.tsx';

const sizes = [
  '1920x1080',
  '1280x720',
  '2560x1440',
  '3840x2160',
  '1080x1920',
  '720x1280',
  '600x600',
] as const;
const OWN = 'own';
const LEAST = 160;
const MOST = 8192;

const CanvasSize = ({ canvas }: { readonly canvas: OverlaySettings['canvas'] }) => {
  const { t } = useText();
  const { studio } = usePanel();
  const now = `${canvas.width}x${canvas.height}`;
  const known = sizes.find((size) => size === now) ?? OWN;
  const set = (width: number, height: number) => studio.change({ canvas: { width, height } }, 'canvas');
  return (
    <>
      <Choice<string>
        name={t('ov.canvas')}
        value={known}
        choices={[
          ...sizes.map((size) => [size, size.replace('x', ' × ')] as const),
          ...(known === OWN ? [[OWN, t('ov.ownSize')] as const] : []),
        ]}
        onChoose={(size) => {
          const [width, height] = size.split('x').map(Number);
          if (width !== undefined && height !== undefined) set(width, height);
        }}
      />
      <Sides
        name={t('ov.sides')}
        hint={t('ov.canvasHint')}
        {...canvas}
        least={LEAST}
        most={MOST}
        onCommit={set}
      />
    </>
  );
};

const Rooms = ({ rooms }: { readonly rooms: readonly string[] | null }) => {
  const { t } = useText();
  const { studio } = usePanel();
  const open = Object.values(useTopic('rooms') ?? {});
  const closed = (rooms ?? []).filter((key) => !open.some((room) => room.key === key));
  const set = (next: readonly string[] | null) => studio.change({ rooms: next }, 'rooms');
  const toggle = (key: string, on: boolean) =>
    set(on ? [...(rooms ?? []), key] : (rooms ?? []).filter((other) => other !== key));
  return (
    <>
      <SwitchLine
        name={t('ov.allRooms')}
        hint={t('ov.allRoomsHint')}
        on={rooms === null}
        onChange={(all) => set(all ? null : open.map(({ key }) => key))}
      />
      {rooms === null ? null : (
        <ul className="ov-rooms">
          {[
            ...open.map(({ key, name }) => ({ key, name, there: true })),
            ...closed.map((key) => ({ key, name: key, there: false })),
          ].map(({ key, name, there }) => (
            <li key={key}>
              <label>
                <input
                  type="checkbox"
                  checked={rooms.includes(key)}
                  onChange={(event) => toggle(key, event.currentTarget.checked)}
                />
                <bdi>{name}</bdi>
                {there ? null : <span className="quiet">{t('ov.roomClosed')}</span>}
              </label>
            </li>
          ))}
          {rooms.length === 0 ? <li className="ov-warn">{t('ov.noRoom')}</li> : null}
        </ul>
      )}
    </>
  );
};

const save = (name: string, text: string) => {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name.replace(/[^\p{L}\p{N} _-]/gu, '')}.livedeck-overlay.json`;
  link.click();
  URL.revokeObjectURL(address);
};

const Files = ({ name, settings }: { readonly name: string; readonly settings: OverlaySettings }) => {
  const { t } = useText();
  const { studio } = usePanel();
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<string | undefined>();
  const take = async (file: File) => {
    if (file.size > SETTINGS_FILE_MAX) return setWrong(t('ov.file.big'));
    const read = readSettings(await file.text());
    if (!read.ok) return setWrong(t(`ov.file.${read.why}` satisfies MessageKey, { detail: read.detail }));
    setWrong(undefined);
    return studio.change(read.settings, 'import');
  };
  return (
    <>
      <Line name={t('ov.file')} hint={t('ov.fileHint')}>
        <span className="ov-buttons">
          <button
            type="button"
            className="btn small"
            onClick={() => save(name, writeSettings(name, settings))}
          >
            <Download aria-hidden="true" />
            {t('ov.export')}
          </button>
          <input
            ref={field}
            type="file"
            hidden
            accept=".json,application/json"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              event.currentTarget.value = '';
              if (file !== undefined) void take(file);
            }}
          />
          <button type="button" className="btn small" onClick={() => field.current?.click()}>
            <Upload aria-hidden="true" />
            {t('ov.import')}
          </button>
        </span>
      </Line>
      {wrong === undefined ? null : (
        <p className="ov-warn" role="alert">
          {wrong}
        </p>
      )}
    </>
  );
};

/** Size, air lock, rooms, language, and the settings as a file. */
export const PictureInspector = (props: { readonly name: string; readonly settings: OverlaySettings }) => {
  const { t } = useText();
  const { studio } = usePanel();
  const { settings } = props;
  return (
    <>
      <CanvasSize canvas={settings.canvas} />
      <Slide
        name={t('ov.airLock')}
        value={settings.holdMs / 1000}
        min={0}
        max={10}
        step={0.5}
        text={(n) => (n === 0 ? t('ov.atOnce') : t('ov.seconds', { n }))}
        onTry={() => undefined}
        onCommit={(seconds) => studio.change({ holdMs: Math.round(seconds * 1000) }, 'air lock')}
      />
      <Rooms rooms={settings.rooms} />
      <Line name={t('ov.language')} hint={t('ov.languageHint')}>
        <Segments
          tight
          label={t('ov.language')}
          value={settings.language}
          choices={languages.map((value) => ({ value, text: value === 'en' ? 'English' : '简体中文' }))}
          onChoose={(language) => studio.change({ language }, 'language')}
        />
      </Line>
      <Files name={props.name} settings={settings} />
    </>
  );
};
