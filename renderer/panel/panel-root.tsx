import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';
import { Frame, useLook } from './features/shell/index.ts';
import { TextProvider } from './i18n/index.ts';
import type { Panel } from './panel.ts';
import { PanelContext } from './panel-context.tsx';
import { RemotePictures } from './remote-pictures.tsx';

/** A tooltip comes when the pointer rests, not while it passes. */
const TIP_DELAY_MS = 500;

const Look = () => {
  useLook();
  return <Frame />;
};

export const PanelRoot = ({ panel, language }: { readonly panel: Panel; readonly language: i18n }) => (
  <CSPProvider disableStyleElements>
    <I18nextProvider i18n={language}>
      <TextProvider>
        <PanelContext value={panel}>
          <Tooltip.Provider delay={TIP_DELAY_MS}>
            <RemotePictures>
              <Look />
            </RemotePictures>
          </Tooltip.Provider>
        </PanelContext>
      </TextProvider>
    </I18nextProvider>
  </CSPProvider>
);
