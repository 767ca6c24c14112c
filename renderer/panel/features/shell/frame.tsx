import { useStore } from 'zustand';
import { usePanel, useRoomCount, useTopic } from '../../panel-context.tsx';
import { OfferedPass } from '../accounts-page/index.ts';
import { AirLockStrip } from '../air-lock/index.ts';
import { Announcer } from '../announcer/index.ts';
import { CheatSheet, Palette } from '../commands/index.ts';
import { DeckPage } from '../deck/index.ts';
import { UpdateStrip } from '../desktop/index.ts';
import { FirstStart } from '../first-start/index.ts';
import { PanicBand } from '../panic/index.ts';
import { RehearsalBand } from '../rehearsal/index.ts';
import { ToastStack } from '../toasts/index.ts';
import { BugShield } from './bug-shield.tsx';
import { HostBar } from './host-bar.tsx';
import { PageSlot } from './page-slot.tsx';
import { Rail } from './rail.tsx';
import { Reports } from './reports.tsx';
import { StatusLine } from './status-line.tsx';

const CurrentPage = () => {
  const { shell } = usePanel();
  const page = useStore(shell, (state) => state.page);
  const accounts = useTopic('accounts');
  const rooms = useRoomCount();
  if (page !== 'deck') return <PageSlot page={page} />;
  const nothing = rooms === 0 && accounts !== undefined && Object.keys(accounts).length === 0;
  return nothing ? <FirstStart /> : <DeckPage />;
};

/** The window: what is wrong at the top, pages at the left, the state of things at the bottom. */
export const Frame = () => {
  const page = useStore(usePanel().shell, (state) => state.page);
  const panicOn = useTopic('panic')?.on === true;
  return (
    <div className="frame" data-panic={panicOn}>
      <PanicBand />
      <HostBar />
      <RehearsalBand />
      <UpdateStrip />
      <Reports />
      <OfferedPass />
      <div className="frame-body">
        <Rail />
        <div className="frame-page">
          <BugShield page={page}>
            <CurrentPage />
          </BugShield>
        </div>
      </div>
      <AirLockStrip />
      <StatusLine />
      <ToastStack />
      <Palette />
      <CheatSheet />
      <Announcer />
    </div>
  );
};
