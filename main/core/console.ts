import { desktopStateSchema } from '../contract/models/desktop.ts';
import { panicSchema } from '../contract/models/panic.ts';
import { PASS_TEXT_MAX } from '../contract/models/pass.ts';
import type { AudienceProfile, Rehearsal } from '../contract/models/rehearsal.ts';
import { type Settings, settingsSchema } from '../contract/models/settings.ts';
import { noUpdatesYet } from '../contract/models/update.ts';
import type { Result } from '../contract/result.ts';
import { createOpenAccounts } from './accounts/open-accounts.ts';
import { openAccountsService } from './accounts/open-accounts-service.ts';
import { type DesktopHostSide, openDesk } from './desktop/open-desk.ts';
import { createFarewell } from './farewell/farewell.ts';
import { createFeedHub } from './feed/feed-hub.ts';
import { createHandlers } from './handlers/handlers.ts';
import { retentionOf } from './handlers/history-handlers.ts';
import { openHistoryOrMemory } from './history/open-history-or-memory.ts';
import { explainVendorCode } from './im-admin/vendor-codes.ts';
import { openModeration } from './moderation/open-moderation.ts';
import { initialObsState, openObs } from './obs/open-obs.ts';
import { openOverlays } from './overlay/open-overlays.ts';
import { openPanic } from './panic/open-panic.ts';
import { createFirstTimers } from './person-marks/first-timers.ts';
import { createMarkBoard } from './person-marks/mark-board.ts';
import type { Ports } from './ports.ts';
import { createRehearsalAccount } from './rehearsal/open-rehearsal.ts';
import { createRehearsalService, type RehearsalReady } from './rehearsal/rehearsal-service.ts';
import { createOnlineCounts } from './rooms/online-counts.ts';
import { createRoomBoard } from './rooms/room-board.ts';
import { takeRoomNews } from './rooms/room-news.ts';
import { createRouter, type Router } from './router.ts';
import { openServiceWords } from './service-words/open-service-words.ts';
import { openDocument } from './settings/documents.ts';
import { createReports } from './settings/reports.ts';
import { createEventBus } from './state/event-bus.ts';
import { createMirror, type Publish } from './state/mirror.ts';
import { openWordBook } from './word-book/open-word-book.ts';
import { openWordDesks } from './word-book/open-word-desks.ts';

export type LivedeckConsole = {
  readonly router: Router;
  readonly onEvent: (listener: Publish) => () => void;
  readonly rehearse: (audience: AudienceProfile, seed?: number) => Promise<Result<Rehearsal>>;
  /** Where the running rehearsal service is reached, for tests and other programs; its key is not in it. */
  readonly rehearsalAddresses: () => Omit<RehearsalReady, 'secretKey' | 'event'> | null;
  /** Shows a sealed pass that somebody opened as a link; nothing is taken by it. */
  readonly offerPass: (text: string) => void;
  /** The address of the first overlay, for OBS. Contains its secret. */
  readonly overlayUrl: () => string;
  readonly overlayOrigin: () => string | undefined;
  readonly settings: () => Settings;
  /** For the desktop host: what its windows, menus and keys lead to. */
  readonly desktop: () => DesktopHostSide | undefined;
  /** Ends everything in good order; says farewell to the rooms first where that is wished. */
  readonly dispose: () => Promise<void>;
};

/** The main process without its host: every service composed once, the same under Electron and under Node. */
export const createConsole = async (
  ports: Ports,
  options: {
    readonly frameAncestors?: () => readonly string[];
    /** Hears events from the first one on; `onEvent` hears those that come later. */
    readonly onEvent?: Publish;
  } = {},
): Promise<LivedeckConsole> => {
  const { clock, log, info } = ports;
  const bus = createEventBus();
  if (options.onEvent !== undefined) bus.listen(options.onEvent);
  const reports = createReports(log);
  const settings = openDocument({
    file: ports.openDocument('settings'),
    schema: settingsSchema,
    now: clock.now,
    report: reports.add,
  });
  const words = openWordBook({
    ports,
    report: reports.add,
    onState: (state) => mirror.patch('words', state),
  });
  const mirror = createMirror(
    {
      app: {
        ...info,
        firstStart: true,
        keyProtection: ports.seal.kind,
        offeredPass: '',
        reports: reports.list(),
      },
      settings: settings.get(),
      accounts: {},
      rooms: {},
      rehearsal: { running: null },
      panic: panicSchema.parse({}),
      overlays: {},
      obs: initialObsState,
      words: words.state(),
      pressure: {},
      serviceWords: {},
      held: {},
      marks: {},
      desktop: desktopStateSchema.parse({}),
      overlayWindows: {},
      updates: noUpdatesYet,
    },
    bus.publish,
  );
  reports.onChange((list) => mirror.patch('app', { reports: list }));

  const accounts = createOpenAccounts();
  const explain = (failure: { readonly code: number; readonly info: string }) =>
    explainVendorCode(failure.code, failure.info);
  const { appOf } = accounts;

  const overlays = await openOverlays({
    ports,
    reports,
    mirror,
    publish: bus.publish,
    screen: words.screen,
    frameAncestors: options.frameAncestors ?? (() => []),
  });
  const obs = openObs({
    ports,
    overlays,
    mirror,
    openWindow: async (overlayId) => around.overlayWindows.open(overlayId),
    report: reports.add,
  });
  const history = openHistoryOrMemory(ports, appOf, reports.add);
  history.setRetention(retentionOf(settings.get()));
  const markBoard = createMarkBoard({ history, mirror, clock });
  const firstTimers = createFirstTimers({ history, clock, publish: bus.publish });

  const hub = createFeedHub({
    clock,
    publish: bus.publish,
    history,
    isOpen: (roomKey) => board.get(roomKey) !== undefined,
    onItems: (roomKey, items) => {
      overlays.show(roomKey, desk.visible(roomKey, items));
      wordDesks.take(roomKey, items);
      takeRoomNews(board, roomKey, items);
      history.addItems(roomKey, items);
      firstTimers.take(roomKey, items);
    },
  });
  const board = createRoomBoard({ mirror, clock, pressure: hub.pressure, explain, onClosed: hub.forget });
  const onlineCounts = createOnlineCounts({ clock, accounts, board });
  const desk = openModeration({
    ports,
    accounts,
    board,
    overlays,
    history,
    appOf,
    publish: bus.publish,
    report: reports.add,
  });

  const wordDesks = openWordDesks({
    ports,
    words,
    mirror,
    settings: settings.get,
    overlays,
    hub,
    desk,
    history,
    appOf,
    actorOf: accounts.actorIn,
    listen: bus.listen,
    report: reports.add,
  });

  const serviceWords = openServiceWords({ accounts, book: words.book, clock, mirror, listen: bus.listen });

  const panic = openPanic({ ports, board, desk, words, overlays, mirror, report: reports.add });

  const service = createRehearsalService({
    ports,
    log,
    onLost: () => void rehearsal.stop(),
  });
  const accountsService = openAccountsService({
    ports,
    accounts,
    mirror,
    board,
    explain,
    report: reports.add,
    parts: {
      ports,
      mirror,
      board,
      sink: hub.add,
      explain,
      words: words.feeds,
      onLive: (roomKey) => {
        hub.joined(roomKey);
        void Promise.all([desk.roomIsLive(roomKey), panic.roomIsLive(roomKey), onlineCounts.ask(roomKey)]);
      },
    },
  });
  const rehearsal = createRehearsalAccount({
    service,
    accounts,
    mirror,
    vault: accountsService.vault,
    open: accountsService.opener.openKeyHolder,
  });
  const around = openDesk({
    ports,
    mirror,
    settings: settings.get,
    overlays,
    listen: bus.listen,
    publish: bus.publish,
    report: reports.add,
  });
  const router = createRouter(
    createHandlers({
      ports,
      mirror,
      settings,
      accounts,
      accountsService,
      board,
      hub,
      overlays,
      obs,
      desk,
      panic,
      rehearsal,
      words,
      wordDesks,
      serviceWords,
      history,
      markBoard,
      firstTimers,
      overlayWindows: around.overlayWindows,
      updates: around.updates,
    }),
    log,
  );
  around.start((name, input) => router.call('panel', name, input));
  const farewell = createFarewell({
    clock,
    settings: settings.get,
    board,
    accounts,
    desk,
    words: around.words,
  });

  accountsService.desk.reopen();

  const overlayUrl = () => {
    const [first = ''] = Object.keys(overlays.status());
    const url = overlays.url(first);
    return url.ok ? url.value : '';
  };
  return {
    router,
    onEvent: bus.listen,
    rehearse: (audience, seed) => rehearsal.start(audience, seed ?? ports.randomBytes(4).readUInt32BE()),
    offerPass: (text) => {
      if (text.length <= PASS_TEXT_MAX) mirror.patch('app', { offeredPass: text });
    },
    rehearsalAddresses: () => {
      const running = service.ready();
      if (running === undefined) return null;
      const { secretKey: _key, event: _event, ...addresses } = running;
      return addresses;
    },
    overlayUrl,
    overlayOrigin: () => (URL.canParse(overlayUrl()) ? new URL(overlayUrl()).origin : undefined),
    settings: settings.get,
    desktop: around.host,
    dispose: async () => {
      await farewell();
      around.dispose();
      service.retire();
      await accounts.closeAll();
      accountsService.dispose();
      await rehearsal.stop();
      serviceWords.dispose();
      wordDesks.dispose();
      await panic.idle();
      await desk.dispose();
      firstTimers.dispose();
      markBoard.dispose();
      history.dispose();
      words.dispose();
      onlineCounts.dispose();
      board.dispose();
      obs.dispose();
      await overlays.dispose();
    },
  };
};
