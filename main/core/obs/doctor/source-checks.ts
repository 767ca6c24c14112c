import { isKeyed } from '../colour-key.ts';
import { isSameOverlay } from '../find-source.ts';
import { browserKind, isSameWindow, windowKindOf } from '../source-kinds.ts';
import type { Examine, Facts, Finding, ObsFacts, SourceFacts } from './facts.ts';
import { fine, passedOver, say, wrong } from './findings.ts';

/** What OBS told, and of the source, where both are there. */
export const sourceIn = (
  facts: Facts,
): { readonly obs: ObsFacts; readonly source: SourceFacts } | undefined => {
  if (facts.obs?.ok !== true) return undefined;
  const { source } = facts.obs.value;
  return source === undefined ? undefined : { obs: facts.obs.value, source };
};

export const input: Examine = ({ obs, target }) => {
  if (obs?.ok !== true) return undefined;
  const { source, kinds } = obs.value;
  if (source !== undefined)
    return fine(
      say(`The source "${source.source.inputName}" is there.`, `已有来源“${source.source.inputName}”。`),
    );
  return wrong(
    say(`OBS has no source "${target.inputName}" yet.`, `OBS 中还没有来源“${target.inputName}”。`),
    {
      remedy: say('Add it.', '请添加。'),
      fix: kinds.includes(browserKind) ? 'add-source' : 'use-window',
    },
  );
};

const isLoopback = (address: string): boolean =>
  address === 'localhost' || address === '::1' || /^127\./.test(address);

const browserAddress = ({ settings, target }: Facts, source: SourceFacts): Finding => {
  if (!isLoopback(settings.address))
    return wrong(
      say(
        'OBS runs on another computer, and the overlay can be reached only from this one.',
        'OBS 运行在另一台电脑上，而叠加层只能从本机访问。',
      ),
      {
        remedy: say('Run Livedeck on the computer that runs OBS.', '请在运行 OBS 的电脑上运行 Livedeck。'),
      },
    );
  const { url, is_local_file: isFile } = source.settings;
  if (isFile !== true && url === target.url)
    return fine(say('The source shows this overlay.', '来源指向此叠加层。'));
  const remedy = say('Enter the present address.', '请更新为当前地址。');
  if (isFile !== true && isSameOverlay(url, target.url))
    return wrong(
      say('The address in OBS is written in another way than here.', 'OBS 中的地址写法与这里不同。'),
      { remedy, fix: 'repair-source' },
    );
  return wrong(
    say(
      'The source in OBS shows another address: this overlay has been given a new secret or port, or somebody changed it.',
      'OBS 中的来源指向其他地址：叠加层的密钥或端口已更新，或者地址被人改动。',
    ),
    { remedy, fix: 'repair-source' },
  );
};

const windowAddress = ({ source, settings, windows }: SourceFacts): Finding => {
  const property = windowKindOf(source.kind)?.property;
  if (property === undefined || windows === undefined)
    return passedOver(
      say(
        'This capture was set up by hand; which window it shows cannot be read.',
        '此采集是手动设置的，无法读取其窗口。',
      ),
    );
  if (windows.some(({ value }) => isSameWindow(value, settings[property])))
    return fine(say('The captured window is there.', '被采集的窗口存在。'));
  return wrong(say('OBS does not find the window that it should capture.', 'OBS 找不到要采集的窗口。'), {
    remedy: say(
      'Open the overlay window, leave it open and not minimised, then let this be mended.',
      '请打开叠加层窗口并保持打开、不要最小化，然后点击修复。',
    ),
    fix: 'repair-source',
  });
};

export const address: Examine = (facts) => {
  const there = sourceIn(facts);
  if (there === undefined) return undefined;
  return there.source.source.way === 'browser'
    ? browserAddress(facts, there.source)
    : windowAddress(there.source);
};

export const colourKey: Examine = (facts) => {
  const there = sourceIn(facts);
  if (there === undefined) return undefined;
  const { keyColour, windowKeyColour } = facts.target;
  if (there.source.source.way === 'browser') {
    if (keyColour === null)
      return passedOver(
        say('Not needed: a browser source is clear by itself.', '无需抠色：浏览器源自带透明。'),
      );
    return wrong(
      say(
        'The overlay is filled with a key colour, and a browser source shows it.',
        '叠加层填充了抠色背景，会在浏览器源中显示出来。',
      ),
      { remedy: say('Make the overlay clear.', '请将叠加层改为透明。'), fix: 'clear-colour-key' },
    );
  }
  if (windowKeyColour === null) {
    if (facts.host === 'desktop')
      return passedOver(say('Not needed: the overlay window is clear.', '无需抠色：叠加层窗口本身透明。'));
    return wrong(
      say(
        'A browser window cannot be clear: the overlay would cover the whole picture.',
        '浏览器窗口无法透明，叠加层会盖住整个画面。',
      ),
      {
        remedy: say('Fill it with a colour that OBS takes out again.', '请填充一种由 OBS 抠除的颜色。'),
        fix: 'set-colour-key',
      },
    );
  }
  if (isKeyed(there.source.filters, windowKeyColour))
    return fine(say(`OBS takes out the colour ${windowKeyColour}.`, `OBS 会抠除颜色 ${windowKeyColour}。`));
  return wrong(
    say(
      `The overlay is filled with ${windowKeyColour}, and OBS does not take it out.`,
      `叠加层填充了 ${windowKeyColour}，但 OBS 没有抠除。`,
    ),
    {
      remedy: say('Add the colour key filter to the source.', '请为来源添加色值抠图滤镜。'),
      fix: 'set-colour-key',
    },
  );
};
