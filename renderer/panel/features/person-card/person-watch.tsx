import { Menu } from '@base-ui/react/menu';
import { ChevronDown, Eye, EyeOff } from 'lucide-react';
import { durationText, useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { KeyHint } from '../commands/index.ts';
import { useMark, type Whom, whenText } from '../people/index.ts';

const WATCH_TIMES = [3_600, 86_400, 604_800] as const;

/** Watches somebody until a time, or stops. */
export const PersonWatch = ({ whom }: { readonly whom: Whom }) => {
  const { t, language } = useText();
  const { people, clock } = usePanel();
  const watch = useMark(whom)?.watch ?? undefined;
  const words =
    watch === undefined
      ? t('person.watch')
      : watch.until === null
        ? t('person.watchingOn')
        : t('person.watching', { when: whenText(watch.until, clock.now(), language) });
  return (
    <span className="pair pair-wide">
      <button
        type="button"
        className="btn small card-act"
        aria-pressed={watch !== undefined}
        title={watch === undefined ? words : t('person.watchOff')}
        onClick={() => people.toggleWatch(whom)}
      >
        {watch === undefined ? <Eye aria-hidden="true" /> : <EyeOff aria-hidden="true" />}
        <span>{words}</span>
        <KeyHint command="watch" />
      </button>
      <Menu.Root>
        <Menu.Trigger
          className="btn small split"
          aria-label={t('person.watchFor')}
          title={t('person.watchFor')}
        >
          <ChevronDown aria-hidden="true" />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className="layer" sideOffset={4} align="end">
            <Menu.Popup className="popup menu">
              {WATCH_TIMES.map((seconds) => (
                <Menu.Item
                  key={seconds}
                  className="menu-item"
                  onClick={() => people.watch(whom, clock.now() + seconds * 1000)}
                >
                  {durationText(seconds, t)}
                </Menu.Item>
              ))}
              <Menu.Item className="menu-item" onClick={() => people.watch(whom, null)}>
                {t('person.watchOn')}
              </Menu.Item>
              {watch === undefined ? null : (
                <Menu.Item className="menu-item" onClick={() => people.watch(whom, 'off')}>
                  {t('person.watchOff')}
                </Menu.Item>
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </span>
  );
};
