/** Everything that a key can do. The words for each are in the messages as `command.<id>`. */
export const commandIds = [
  'down',
  'up',
  'columnLeft',
  'columnRight',
  'pause',
  'toEnd',
  'open',
  'leave',
  'mute',
  'unmute',
  'ban',
  'hide',
  'hideAll',
  'approve',
  'deny',
  'approveAndAllow',
  'denyAndMute',
  'undo',
  'pin',
  'hideNext',
  'blankNow',
  'panic',
  'everywhere',
  'say',
  'notice',
  'muteAll',
  'filter',
  'heldColumn',
  'palette',
  'cheatSheet',
  'watch',
  'note',
  'goSearch',
  'goDeck',
  'goWords',
  'goJournal',
  'goRooms',
  'goAccounts',
  'goSettings',
] as const;
export type CommandId = (typeof commandIds)[number];

export type KeyGroup = 'feed' | 'act' | 'room' | 'app';

/** One row of the table of usual keys, which a person may change; see `chordSchema` for how a key is written. */
export type Binding = {
  readonly command: CommandId;
  readonly keys: readonly string[];
  readonly group: KeyGroup;
  /** Works while a text field has the focus, with a key that writes nothing. */
  readonly whileTyping?: true;
};

export const bindings: readonly Binding[] = [
  { command: 'down', keys: ['j', 'ArrowDown'], group: 'feed' },
  { command: 'up', keys: ['k', 'ArrowUp'], group: 'feed' },
  { command: 'columnLeft', keys: ['ArrowLeft', '['], group: 'feed' },
  { command: 'columnRight', keys: ['ArrowRight', ']'], group: 'feed' },
  { command: 'pause', keys: [' '], group: 'feed' },
  { command: 'toEnd', keys: ['End', 'g'], group: 'feed' },
  { command: 'open', keys: ['Enter'], group: 'feed' },
  { command: 'leave', keys: ['Escape'], group: 'feed' },
  { command: 'filter', keys: ['/'], group: 'feed' },
  { command: 'mute', keys: ['m'], group: 'act' },
  { command: 'unmute', keys: ['Shift+m'], group: 'act' },
  { command: 'ban', keys: ['b'], group: 'act' },
  { command: 'hide', keys: ['h'], group: 'act' },
  { command: 'hideAll', keys: ['Shift+h'], group: 'act' },
  { command: 'watch', keys: ['w'], group: 'act' },
  { command: 'note', keys: ['Shift+n'], group: 'act' },
  { command: 'approve', keys: ['a'], group: 'act' },
  { command: 'deny', keys: ['d'], group: 'act' },
  { command: 'approveAndAllow', keys: ['Shift+a'], group: 'act' },
  { command: 'denyAndMute', keys: ['Shift+d'], group: 'act' },
  { command: 'undo', keys: ['u'], group: 'act' },
  { command: 'pin', keys: ['p'], group: 'act' },
  { command: 'hideNext', keys: ['x'], group: 'act' },
  { command: 'everywhere', keys: ['e'], group: 'act' },
  { command: 'say', keys: ['c'], group: 'room' },
  { command: 'notice', keys: ['n'], group: 'room' },
  { command: 'muteAll', keys: ['Shift+x'], group: 'room' },
  { command: 'heldColumn', keys: ['q'], group: 'feed' },
  { command: 'blankNow', keys: ['o'], group: 'app' },
  { command: 'panic', keys: ['Shift+Escape'], group: 'app', whileTyping: true },
  { command: 'palette', keys: ['Mod+k'], group: 'app', whileTyping: true },
  { command: 'cheatSheet', keys: ['?'], group: 'app' },
  { command: 'goSearch', keys: ['Mod+f'], group: 'app', whileTyping: true },
  { command: 'goDeck', keys: ['Mod+1'], group: 'app', whileTyping: true },
  { command: 'goWords', keys: ['Mod+3'], group: 'app', whileTyping: true },
  { command: 'goJournal', keys: ['Mod+2'], group: 'app', whileTyping: true },
  { command: 'goRooms', keys: ['Mod+4'], group: 'app', whileTyping: true },
  { command: 'goAccounts', keys: ['Mod+5'], group: 'app', whileTyping: true },
  { command: 'goSettings', keys: ['Mod+,'], group: 'app', whileTyping: true },
];

/** Keys that later commands will take: own buttons. Nothing else may claim them. */
export const reservedKeys: readonly string[] = [...['1', '2', '3', '4', '5', '6', '7', '8', '9']];
