import { appError } from '../../contract/app-error.ts';
import { maxOverlays, type OverlayPreset, type OverlaySettings } from '../../contract/models/overlay.ts';
import { mergeOverlayPatch } from '../../contract/models/overlay-patch.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Ports } from '../ports.ts';
import { presetSettings } from './overlay-presets.ts';
import { type OverlayRecord, type OverlaysDocument, secretBytes } from './overlays-document.ts';

/** Where the overlays are kept; the composition root opens it with `overlaysDocumentSchema`. */
export type OverlaysStore = {
  readonly get: () => OverlaysDocument;
  readonly set: (document: OverlaysDocument) => void;
};

const notFound = (id: string) =>
  appError('not-found', {
    en: `There is no overlay "${id}". It may have been deleted.`,
    'zh-CN': `没有名为“${id}”的叠加层，可能已被删除。`,
  });
const tooMany = appError('invalid-input', {
  en: `There can be at most ${maxOverlays} overlays. Delete one that you do not need first.`,
  'zh-CN': `最多 ${maxOverlays} 个叠加层。请先删除不需要的。`,
});
const noName = appError('invalid-input', {
  en: 'An overlay needs a name. Type one and try again.',
  'zh-CN': '叠加层需要名称。请输入后重试。',
});
const nameTaken = (name: string) =>
  appError('conflict', {
    en: `Another overlay is already called "${name}". Choose another name.`,
    'zh-CN': `已有名为“${name}”的叠加层。请换一个名称。`,
  });
const lastOne = appError('invalid-input', {
  en: 'This is the last overlay, so it cannot be deleted. Add another one first.',
  'zh-CN': '这是最后一个叠加层，不能删除。请先添加一个。',
});
const invalid = (reason: string) =>
  appError('invalid-input', {
    en: `These overlay settings cannot be used: ${reason}.`,
    'zh-CN': `无法使用这些叠加层设置：${reason}。`,
  });

const nameLength = 60;
const asName = (text: string): string => text.trim().slice(0, nameLength);

export type OverlayBook = ReturnType<typeof createOverlayBook>;

/** The overlays that exist, with their secrets and settings, kept across runs. */
export const createOverlayBook = (options: {
  readonly store: OverlaysStore;
  readonly randomBytes: Ports['randomBytes'];
}) => {
  const { store } = options;
  const newSecret = () => options.randomBytes(secretBytes).toString('base64url');
  const list = () => store.get().overlays;
  const find = (id: string) => list().find((overlay) => overlay.id === id);
  const saveAll = (overlays: readonly OverlayRecord[]) =>
    store.set({ ...store.get(), overlays: [...overlays] });

  const change = (id: string, patch: Partial<OverlayRecord>): Result<OverlayRecord> => {
    const current = find(id);
    if (!current) return err(notFound(id));
    const next = { ...current, ...patch };
    saveAll(list().map((overlay) => (overlay.id === id ? next : overlay)));
    return ok(next);
  };

  /** Readable, because the window's title is made of it: "vertical", then "vertical-2". */
  const freeId = (preset: OverlayPreset): string => {
    const taken = new Set(list().map(({ id }) => id));
    let id: string = preset;
    for (let count = 2; taken.has(id); count += 1) id = `${preset}-${count}`;
    return id;
  };

  const hasName = (name: string) => list().some((overlay) => overlay.name === name);

  /** An overlay's source in OBS is named after it, so no two have one name: "Vertical", then "Vertical 2". */
  const freeName = (name: string): string => {
    let free = name;
    for (let count = 2; hasName(free); count += 1)
      free = `${name.slice(0, nameLength - ` ${count}`.length)} ${count}`;
    return free;
  };

  const add = (name: string, preset: OverlayPreset, settings: OverlaySettings): Result<OverlayRecord> => {
    if (list().length >= maxOverlays) return err(tooMany);
    const trimmed = asName(name);
    if (trimmed === '') return err(noName);
    // Whoever has blanked the picture, by panic or by hand, means the one that is made meanwhile, too.
    const blank = list().length > 0 && list().every((other) => other.blank);
    const made = { id: freeId(preset), name: freeName(trimmed), preset, secret: newSecret() };
    const overlay = { ...made, settings, blank };
    saveAll([...list(), overlay]);
    return ok(overlay);
  };

  if (list().length === 0) add('Main', 'main', presetSettings('main'));

  return {
    list,
    find: (id: string): Result<OverlayRecord> => {
      const overlay = find(id);
      return overlay ? ok(overlay) : err(notFound(id));
    },
    create: (name: string, preset: OverlayPreset = 'main') => add(name, preset, presetSettings(preset)),
    duplicate: (id: string, name: string): Result<OverlayRecord> => {
      const original = find(id);
      return original ? add(name, original.preset, original.settings) : err(notFound(id));
    },
    rename: (id: string, name: string): Result<OverlayRecord> => {
      const trimmed = asName(name);
      if (trimmed === '') return err(noName);
      const isAnothers = hasName(trimmed) && find(id)?.name !== trimmed;
      return isAnothers ? err(nameTaken(trimmed)) : change(id, { name: trimmed });
    },
    remove: (id: string): Result<OverlayRecord> => {
      const overlay = find(id);
      if (!overlay) return err(notFound(id));
      if (list().length === 1) return err(lastOne);
      saveAll(list().filter((other) => other.id !== id));
      return ok(overlay);
    },
    rotate: (id: string) => change(id, { secret: newSecret() }),
    configure: (id: string, patch: Readonly<Record<string, unknown>>): Result<OverlayRecord> => {
      const current = find(id);
      if (!current) return err(notFound(id));
      const merged = mergeOverlayPatch(current.settings, patch);
      if (merged.success) return change(id, { settings: merged.data });
      const [issue] = merged.error.issues;
      return err(invalid(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim()));
    },
    /** In one write, on the disk when it returns. */
    setBlank: (ids: readonly string[], on: boolean): void => {
      const isChanged = ({ id, blank }: OverlayRecord) => ids.includes(id) && blank !== on;
      if (!list().some(isChanged)) return;
      saveAll(list().map((overlay) => (isChanged(overlay) ? { ...overlay, blank: on } : overlay)));
    },
    port: () => store.get().port,
    rememberPort: (port: number) => {
      if (port !== 0 && store.get().port !== port) store.set({ ...store.get(), port });
    },
  };
};
