import { ContextMenu } from '@base-ui/react/context-menu';
import {
  Ban,
  Check,
  ChevronRight,
  Copy,
  EyeOff,
  ListChecks,
  MessageCircleWarning,
  Undo2,
  UserX,
  Volume2,
  VolumeX,
} from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { defaultSettings } from '../../../../main/contract/models/settings.ts';
import { durationText, useText } from '../../i18n/index.ts';
import { usePanel, useRoomCount, useTopic } from '../../panel-context.tsx';
import { type CommandId, KeyHint } from '../commands/index.ts';
import { type Subject, textsOf } from '../desk/index.ts';
import { clippedText } from '../feed/index.ts';
import { ownButtons, ownButtonText } from '../own-buttons/index.ts';

const Item = (props: {
  readonly command?: CommandId;
  readonly run: () => void;
  readonly children: ReactNode;
}) => (
  <ContextMenu.Item className="menu-item" onClick={props.run}>
    {props.children}
    {props.command === undefined ? null : <KeyHint command={props.command} end />}
  </ContextMenu.Item>
);

const Rule = () => <ContextMenu.Separator className="menu-rule" />;

const Submenu = (props: {
  readonly icon: ReactNode;
  readonly name: string;
  readonly children: ReactNode;
}) => (
  <ContextMenu.SubmenuRoot>
    <ContextMenu.SubmenuTrigger className="menu-item">
      {props.icon}
      {props.name}
      <ChevronRight className="menu-more" aria-hidden="true" />
    </ContextMenu.SubmenuTrigger>
    <ContextMenu.Portal>
      <ContextMenu.Positioner className="layer" sideOffset={2}>
        <ContextMenu.Popup className="popup menu">{props.children}</ContextMenu.Popup>
      </ContextMenu.Positioner>
    </ContextMenu.Portal>
  </ContextMenu.SubmenuRoot>
);

type Act = (run: (subject: Subject) => void) => () => void;

const Warnings = ({ act }: { readonly act: Act }) => {
  const { t } = useText();
  const { desk } = usePanel();
  return (['room', 'user'] as const).map((to) => (
    <ContextMenu.Group key={to}>
      <ContextMenu.GroupLabel className="menu-label">
        {t(to === 'room' ? 'own.inRoom' : 'own.toThem')}
      </ContextMenu.GroupLabel>
      {desk.warnTexts().map((text) => (
        <Item key={text} run={act((subject) => desk.warn(subject, to, text))}>
          <bdi className="menu-words">{clippedText(text, 60)}</bdi>
        </Item>
      ))}
    </ContextMenu.Group>
  ));
};

const scopes = ['here', 'all'] as const;

const Where = () => {
  const { t } = useText();
  const { reach } = usePanel();
  const { scope } = useStore(reach);
  return (
    <ContextMenu.RadioGroup value={scope} onValueChange={(next) => reach.setState({ scope: next })}>
      <ContextMenu.GroupLabel className="menu-label">{t('card.scope')}</ContextMenu.GroupLabel>
      {scopes.map((value) => (
        <ContextMenu.RadioItem key={value} className="menu-item" value={value} closeOnClick={false}>
          <span className="menu-check">{scope === value ? <Check aria-hidden="true" /> : null}</span>
          {t(value === 'here' ? 'card.here' : 'card.everywhere')}
        </ContextMenu.RadioItem>
      ))}
    </ContextMenu.RadioGroup>
  );
};

const OwnItems = ({ act }: { readonly act: Act }) => {
  const text = useText();
  const { desk } = usePanel();
  return ownButtons(useTopic('settings')).map(({ digit, button }) => (
    <Item key={digit} command={`own${digit}`} run={act((subject) => void desk.own(subject, digit))}>
      {ownButtonText(button, text)}
    </Item>
  ));
};

/** What can be done about whoever the menu was opened on, by the second button of the mouse or the menu key. */
export const RowMenu = memo(
  (props: {
    readonly subject: () => Subject | undefined;
    /** Rows of a feed can be chosen together. */
    readonly inFeed?: boolean;
  }) => {
    const { t } = useText();
    const { desk, people, deck, copy } = usePanel();
    const settings = useTopic('settings') ?? defaultSettings;
    const rooms = useRoomCount() ?? 0;
    const act: Act = (run) => () => {
      const subject = props.subject();
      if (subject !== undefined) run(subject);
    };
    return (
      <ContextMenu.Portal>
        <ContextMenu.Positioner className="layer">
          <ContextMenu.Popup className="popup menu">
            <OwnItems act={act} />
            <Rule />
            <Submenu icon={<MessageCircleWarning aria-hidden="true" />} name={t('menu.warn')}>
              <Warnings act={act} />
            </Submenu>
            <Submenu icon={<VolumeX aria-hidden="true" />} name={t('menu.mute')}>
              {settings.muteTimes.map((seconds) => (
                <Item key={seconds} run={act((subject) => desk.mute(subject, seconds))}>
                  {durationText(seconds, t)}
                </Item>
              ))}
            </Submenu>
            <Item command="unmute" run={act(desk.unmute)}>
              <Volume2 aria-hidden="true" />
              {t('act.unmute')}
            </Item>
            <Submenu icon={<Ban aria-hidden="true" />} name={t('menu.ban')}>
              {settings.banTimes.map((seconds) => (
                <Item key={seconds} run={act((subject) => desk.ban(subject, seconds))}>
                  {durationText(seconds, t)}
                </Item>
              ))}
            </Submenu>
            <Item command="unban" run={act(desk.unban)}>
              <Undo2 aria-hidden="true" />
              {t('act.unban')}
            </Item>
            <Rule />
            <Item command="hide" run={act(desk.hide)}>
              <EyeOff aria-hidden="true" />
              {t('act.hide')}
            </Item>
            <Item command="recall" run={act(desk.recall)}>
              <Undo2 aria-hidden="true" />
              {t('act.recall')}
            </Item>
            <Item command="hideAll" run={act(desk.hideAll)}>
              <UserX aria-hidden="true" />
              {t('act.hideAll')}
            </Item>
            <Rule />
            {props.inFeed === true ? (
              <>
                <Item command="choosePerson" run={act(desk.choosePerson)}>
                  <ListChecks aria-hidden="true" />
                  {t('choose.person')}
                </Item>
                <Item command="chooseSame" run={act(desk.chooseSame)}>
                  <ListChecks aria-hidden="true" />
                  {t('choose.same')}
                </Item>
              </>
            ) : null}
            <Item
              command="watch"
              run={act(({ roomKey, person }) => people.toggleWatch({ roomKey, userId: person.userId }))}
            >
              <span className="menu-check" />
              {t('own.deed.watch')}
            </Item>
            <Item run={act(() => deck.setState({ card: true }))}>
              <span className="menu-check" />
              {t('menu.card')}
            </Item>
            <Item command="copy" run={act((subject) => void copy(textsOf(subject).join('\n')))}>
              <Copy aria-hidden="true" />
              {t('act.copyText')}
            </Item>
            <Item run={act(({ person }) => void copy(person.userId))}>
              <Copy aria-hidden="true" />
              {t('act.copyId')}
            </Item>
            {rooms > 1 ? (
              <>
                <Rule />
                <Where />
              </>
            ) : null}
          </ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    );
  },
);
