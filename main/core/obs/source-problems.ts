import { type AppError, appError } from '../../contract/app-error.ts';

export const noBrowserSource = appError(
  'not-ready',
  {
    en: 'This build of OBS has no browser source.',
    'zh-CN': '此版本的 OBS 没有浏览器源。',
  },
  {
    remedy: {
      en: 'Add the overlay as a window instead, or install OBS from obsproject.com, which has it.',
      'zh-CN': '请改用窗口方式添加，或从 obsproject.com 安装带浏览器源的 OBS。',
    },
  },
);

export const noWindowCapture = appError(
  'not-ready',
  {
    en: 'This OBS has no window capture that can be set up from here.',
    'zh-CN': '此 OBS 没有可由 Livedeck 设置的窗口采集。',
  },
  {
    remedy: {
      en: 'On Wayland add a "Window Capture (PipeWire)" source yourself, name it as in the settings here, and pick the overlay window. On X11 start OBS inside a desktop with a window manager.',
      'zh-CN':
        '在 Wayland 下请自行添加“窗口捕获 (PipeWire)”，按这里的设置命名并选择叠加层窗口；在 X11 下请在有窗口管理器的桌面中启动 OBS。',
    },
  },
);

export const noSuchScene = (scene: string): AppError =>
  appError(
    'not-found',
    { en: `OBS has no scene "${scene}".`, 'zh-CN': `OBS 中没有场景“${scene}”。` },
    { remedy: { en: 'Choose a scene again.', 'zh-CN': '请重新选择场景。' } },
  );

export const noSceneYet = appError(
  'not-ready',
  { en: 'OBS has no scene on air yet.', 'zh-CN': 'OBS 当前没有正在播出的场景。' },
  {
    remedy: { en: 'Wait until OBS has started, then try again.', 'zh-CN': '请等 OBS 启动完成后重试。' },
    retryable: true,
  },
);

export const noSuchWindow = (title: string): AppError =>
  appError(
    'not-found',
    {
      en: `OBS does not see the window "${title}".`,
      'zh-CN': `OBS 看不到窗口“${title}”。`,
    },
    {
      remedy: {
        en: 'Open the overlay window and leave it open, not minimised. Then add it again, or pick it from the list.',
        'zh-CN': '请打开叠加层窗口并保持打开，不要最小化，然后重新添加，或从列表中选择。',
      },
      retryable: true,
    },
  );

export const nameTaken = (name: string): AppError =>
  appError(
    'conflict',
    {
      en: `Something else in OBS is already called "${name}".`,
      'zh-CN': `OBS 中已有其他名为“${name}”的来源或场景。`,
    },
    {
      remedy: {
        en: 'Choose another name for the source in the settings here, or rename the other one in OBS.',
        'zh-CN': '请在这里的设置中换一个来源名称，或在 OBS 中重命名另一项。',
      },
    },
  );

export const noSourceYet = appError(
  'not-found',
  { en: 'The overlay is not in OBS yet.', 'zh-CN': '叠加层尚未添加到 OBS。' },
  { remedy: { en: 'Choose "Add to OBS" first.', 'zh-CN': '请先点“添加到 OBS”。' } },
);

export const notInScene = appError(
  'not-found',
  { en: 'The overlay is not in the scene on air.', 'zh-CN': '叠加层不在当前播出的场景中。' },
  { remedy: { en: 'Add it to this scene first.', 'zh-CN': '请先添加到此场景。' } },
);
