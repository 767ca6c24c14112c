import type { Result } from '../../contract/result.ts';
import type { DesktopNote, DesktopPort } from '../ports.ts';
import type { Mirror, Publish } from '../state/mirror.ts';
import type { DeskWords } from './desk-words.ts';
import type { DeskCommand } from './menu-item.ts';

/** Every overlay is blank. */
export const allBlank = (mirror: Mirror): boolean => {
  const overlays = Object.values(mirror.get('overlays'));
  return overlays.length > 0 && overlays.every(({ blank }) => blank);
};

/** Carries out what was chosen in a menu, in the tray or by a global key. What fails is said, in view or not. */
export const createRunCommand = (parts: {
  readonly port: DesktopPort;
  readonly mirror: Mirror;
  /** A call of the contract, as a panel makes it. */
  readonly call: (name: string, input: unknown) => Promise<Result<unknown>>;
  readonly language: () => 'en' | 'zh-CN';
  readonly words: () => DeskWords;
  readonly publish: Publish;
  readonly toggleClickThrough: () => void;
  readonly notify: (note: DesktopNote) => void;
}) => {
  const { port, mirror } = parts;

  const ask = async (what: string, name: string, input: unknown) => {
    const answer = await parts.call(name, input);
    if (answer.ok) return;
    parts.notify({ title: parts.words().notDone(what), body: answer.error.text[parts.language()] });
  };

  const toSettings = () => {
    port.showPanel();
    parts.publish('app:go-to', { page: 'settings' });
  };

  const actions: Readonly<Record<DeskCommand, (words: DeskWords) => unknown>> = {
    show: () => port.showPanel(),
    hidePanel: () => port.hidePanel(),
    panic: (words) => ask(words.panic, 'panic:set', { on: !mirror.get('panic').on }),
    blank: (words) => ask(words.blank, 'overlay:blank', { on: !allBlank(mirror) }),
    undo: (words) => ask(words.undoAct, 'moderation:undo', {}),
    clickThrough: parts.toggleClickThrough,
    settings: toSettings,
    checkUpdates: (words) => {
      toSettings();
      return ask(words.checkUpdates, 'update:check', {});
    },
    reload: () => port.reloadPanel(),
    quit: () => port.quit(),
  };
  return (command: DeskCommand): void => void actions[command](parts.words());
};
