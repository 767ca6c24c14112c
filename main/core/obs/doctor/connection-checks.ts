import { browserKind, chooseWindowKind } from '../source-kinds.ts';
import { noBrowserSource, noWindowCapture } from '../source-problems.ts';
import type { Examine } from './facts.ts';
import { fine, fromError, say, untold, wrong } from './findings.ts';

/** Requests without which the rest cannot be done. All are in obs-websocket 5.0.0. */
const neededRequests = [
  'CreateInput',
  'CreateSceneItem',
  'CreateSourceFilter',
  'GetInputKindList',
  'GetInputList',
  'GetInputSettings',
  'GetSceneItemList',
  'GetSceneItemTransform',
  'GetSourceActive',
  'GetSourceScreenshot',
  'GetVideoSettings',
  'SetInputSettings',
  'SetSceneItemEnabled',
  'SetSceneItemTransform',
];

export const reachable: Examine = ({ status }) => {
  switch (status.state) {
    case 'connected':
    case 'refused':
      return fine(say('OBS answers.', 'OBS 有响应。'));
    case 'unreachable':
      return fromError('problem', status.error, 'reconnect');
    case 'connecting':
      return untold(say('Still connecting to OBS.', '仍在连接 OBS。'));
    case 'off':
      return wrong(say('The connection to OBS is switched off.', 'OBS 连接已关闭。'), {
        remedy: say('Switch it on.', '请开启连接。'),
        fix: 'reconnect',
      });
  }
};

export const password: Examine = ({ status }) => {
  if (status.state === 'refused' && status.why !== 'version')
    return fromError('problem', status.error, status.why === 'kicked' ? 'reconnect' : undefined);
  if (status.state === 'refused') return fine(say('OBS did not mind the password.', '密码没有问题。'));
  if (status.state !== 'connected') return undefined;
  if (status.asksPassword) return fine(say('OBS accepted the password.', 'OBS 接受了密码。'));
  return wrong(
    say(
      'OBS lets anybody in without a password. It listens on the whole network, so everybody there can control OBS and read your stream key.',
      'OBS 未设置密码。它监听整个网络，网络中的任何人都能控制 OBS 并读取推流密钥。',
    ),
    {
      remedy: say(
        'In OBS open Tools → WebSocket Server Settings, tick "Enable Authentication", and enter the password here.',
        '在 OBS 中打开“工具 → WebSocket 服务器设置”，勾选“开启身份认证”，并把密码填到这里。',
      ),
    },
  );
};

export const version: Examine = ({ status, version: told }) => {
  if (status.state === 'refused' && status.why === 'version') return fromError('problem', status.error);
  if (told === undefined) return undefined;
  const missing = neededRequests.filter((request) => !told.availableRequests.includes(request));
  const name = `OBS ${told.obsVersion}, WebSocket ${told.obsWebSocketVersion}`;
  if (missing.length === 0) return fine(say(`${name}.`, `${name}。`));
  return wrong(
    say(
      `${name} cannot do all that is needed (${missing.join(', ')}).`,
      `${name} 缺少所需功能（${missing.join('、')}）。`,
    ),
    { remedy: say('Update OBS to 28 or newer.', '请将 OBS 更新到 28 或更高版本。') },
  );
};

export const sourceKind: Examine = ({ obs, settings }) => {
  if (obs === undefined) return undefined;
  if (!obs.ok) return fromError('unknown', obs.error);
  const { kinds, source } = obs.value;
  const wantsWindow = (source?.source.way ?? settings.way) === 'window';
  if (wantsWindow && (source !== undefined || chooseWindowKind(kinds) !== undefined))
    return fine(
      say('The overlay window is captured instead of a browser source.', '使用窗口采集代替浏览器源。'),
    );
  if (wantsWindow) return fromError('problem', noWindowCapture);
  if (kinds.includes(browserKind))
    return fine(say('This OBS has the browser source.', '此 OBS 带有浏览器源。'));
  if (chooseWindowKind(kinds) !== undefined) return fromError('problem', noBrowserSource, 'use-window');
  return wrong(
    say(
      'This build of OBS has neither a browser source nor a window capture that can be set up from here.',
      '此版本的 OBS 既没有浏览器源，也没有可由 Livedeck 设置的窗口采集。',
    ),
    {
      remedy: say(
        'Install OBS from obsproject.com. On X11, start it inside a desktop with a window manager.',
        '请从 obsproject.com 安装 OBS；在 X11 下请在有窗口管理器的桌面中启动。',
      ),
    },
  );
};
