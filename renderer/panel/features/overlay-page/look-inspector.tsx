import { useState } from 'react';
import {
  maxCustomCss,
  type OverlaySettings,
  overlayThemes,
} from '../../../../main/contract/models/overlay.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { checkCss, countRules } from './check-css.ts';
import { ColourLine, Line, Slide, SwitchLine } from './fields.tsx';
import { thumbnails } from './thumbnails.ts';

const Themes = ({ settings }: { readonly settings: OverlaySettings }) => {
  const { t } = useText();
  const { studio } = usePanel();
  return (
    <fieldset className="ov-themes">
      <legend>{t('ov.theme')}</legend>
      {overlayThemes.map((theme) => (
        <label key={theme} className="ov-theme" data-chosen={settings.theme === theme}>
          <input
            type="radio"
            name="overlay-theme"
            className="unseen"
            checked={settings.theme === theme}
            onChange={() => studio.change({ theme }, 'theme')}
          />
          <img src={thumbnails[theme]} alt="" width="160" height="90" />
          <span>{t(`ov.theme.${theme}`)}</span>
        </label>
      ))}
    </fieldset>
  );
};

const FontField = ({ font }: { readonly font: string }) => {
  const { t } = useText();
  const { studio } = usePanel();
  const [typed, setTyped] = useState<string | undefined>();
  const wrong = typed !== undefined && !/^[\p{L}\p{N} ._-]*$/u.test(typed);
  const commit = () => {
    if (typed !== undefined && !wrong) studio.change({ font: typed.trim() }, 'font');
    setTyped(undefined);
  };
  return (
    <label className="ov-line">
      <span className="ov-line-name">
        {t('ov.font')}
        <small>{wrong ? t('ov.fontWrong') : t('ov.fontHint')}</small>
      </span>
      <input
        className="field ov-select"
        maxLength={80}
        value={typed ?? font}
        placeholder={t('ov.themes')}
        aria-invalid={wrong}
        spellCheck={false}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setTyped(next);
          studio.tryOut({ font: next.trim() });
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
        }}
      />
    </label>
  );
};

const CustomCss = ({ css }: { readonly css: string }) => {
  const { t, number } = useText();
  const { studio } = usePanel();
  const [typed, setTyped] = useState<string | undefined>();
  const text = typed ?? css;
  const check = checkCss(text, countRules);
  const tooLong = text.length > maxCustomCss;
  const commit = () => {
    // `css` holds the draft; whether anything differs from what is kept, the studio knows.
    if (typed !== undefined && !tooLong) studio.change({ customCss: typed }, 'css');
    if (!tooLong) setTyped(undefined);
  };
  return (
    <div className="ov-css">
      <label className="ov-line-name" htmlFor="ov-css">
        {t('ov.css')}
        <small>{t('ov.cssHint')}</small>
      </label>
      <textarea
        id="ov-css"
        className="field"
        rows={7}
        spellCheck={false}
        value={text}
        placeholder={'.chat .nick { color: #7cf; }'}
        aria-invalid={tooLong || check !== 'fine'}
        aria-describedby="ov-css-check"
        onChange={(event) => {
          const next = event.currentTarget.value;
          setTyped(next);
          if (next.length <= maxCustomCss) studio.tryOut({ customCss: next });
        }}
        onBlur={commit}
      />
      <p
        id="ov-css-check"
        className="ov-css-check"
        data-state={tooLong || check !== 'fine' ? 'wrong' : 'fine'}
      >
        {tooLong ? t('ov.css.tooLong', { most: number(maxCustomCss) }) : t(`ov.css.${check}`)}
        <span className="quiet">
          {number(text.length)} / {number(maxCustomCss)}
        </span>
      </p>
    </div>
  );
};

const colours = [
  ['text', '#ffffff'],
  ['outline', '#000000'],
  ['accent', '#ffd54a'],
  ['card', '#14161a'],
] as const;

/** Theme, letters and colours, for all layers alike. */
export const LookInspector = ({ settings }: { readonly settings: OverlaySettings }) => {
  const { t } = useText();
  const { studio } = usePanel();
  const outlineText = (value: number) => (value === 0 ? t('ov.none') : `${Math.round(value * 100)}%`);
  return (
    <>
      <Themes settings={settings} />
      <FontField font={settings.font} />
      {colours.map(([name, usual]) => (
        <ColourLine
          key={name}
          name={t(`ov.colour.${name}`)}
          value={settings.colours[name]}
          usual={usual}
          onTry={(colour) => studio.tryOut({ colours: { [name]: colour } })}
          onCommit={(colour) => studio.change({ colours: { [name]: colour } }, `colour ${name}`)}
        />
      ))}
      <SwitchLine
        name={t('ov.ownOutline')}
        on={settings.outline !== null}
        onChange={(on) => studio.change({ outline: on ? 0.08 : null }, 'outline on')}
      />
      {settings.outline === null ? null : (
        <Slide
          name={t('ov.outline')}
          value={settings.outline}
          min={0}
          max={0.2}
          step={0.01}
          text={outlineText}
          onTry={(outline) => studio.tryOut({ outline })}
          onCommit={(outline) => studio.change({ outline }, 'outline')}
        />
      )}
      <SwitchLine
        name={t('ov.calm')}
        hint={t('ov.calmHint')}
        on={settings.reducedMotion}
        onChange={(reducedMotion) => studio.change({ reducedMotion }, 'calm')}
      />
      <CustomCss css={settings.customCss} />
      <Line name={t('ov.resetAll')} hint={t('ov.resetHint')}>
        <button type="button" className="btn small" onClick={studio.reset}>
          {t('ov.reset')}
        </button>
      </Line>
    </>
  );
};
