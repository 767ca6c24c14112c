import { type OverlaySettings, usualKeyColour } from '../../../../main/contract/models/overlay.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { Choice } from './fields.tsx';

const OWN = 'own';
const keys = { clear: null, green: usualKeyColour, magenta: '#ff00ff', blue: '#0000ff' } as const;
const keyNames = ['clear', 'green', 'magenta', 'blue'] as const;

/** What is behind the picture: nothing, or a colour that is keyed out. */
export const KeyColour = ({ value }: { readonly value: OverlaySettings['keyColour'] }) => {
  const { t } = useText();
  const { studio } = usePanel();
  const known = keyNames.find((name) => keys[name] === value) ?? OWN;
  const set = (keyColour: string | null) => studio.change({ keyColour }, 'key colour');
  return (
    <>
      <Choice<string>
        name={t('ov.background')}
        value={known}
        choices={[
          ...keyNames.map((name) => [name, t(`ov.key.${name}`)] as const),
          [OWN, t('ov.key.own')] as const,
        ]}
        onChoose={(name) => {
          const found = keyNames.find((one) => one === name);
          set(found === undefined ? '#00b140' : keys[found]);
        }}
      />
      {known === OWN ? (
        <label className="ov-line">
          <span className="ov-line-name">{t('ov.key.own')}</span>
          <input
            type="color"
            className="ov-colour"
            data-own="true"
            value={value ?? usualKeyColour}
            onInput={(event) => studio.tryOut({ keyColour: event.currentTarget.value })}
            ref={(field) => {
              if (field !== null) field.onchange = () => set(field.value);
            }}
          />
        </label>
      ) : null}
    </>
  );
};
