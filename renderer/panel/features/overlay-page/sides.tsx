import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { Line } from './fields.tsx';

const Side = (props: {
  readonly name: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onCommit: (px: number) => void;
}) => {
  const { least, most } = props;
  const [typed, setTyped] = useState<string | undefined>();
  const commit = () => {
    const px = Math.round(Number(typed));
    if (typed !== undefined && px >= least && px <= most && px !== props.value) props.onCommit(px);
    setTyped(undefined);
  };
  return (
    <input
      type="number"
      className="field ov-side"
      aria-label={props.name}
      min={least}
      max={most}
      value={typed ?? props.value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
};

/** Width and height in px, made when the field is left; what is out of range is put back. */
export const Sides = (props: {
  readonly name: string;
  readonly hint: string;
  readonly width: number;
  readonly height: number;
  readonly least: number;
  readonly most: number;
  readonly onCommit: (width: number, height: number) => void;
}) => {
  const { t } = useText();
  const { width, height, least, most } = props;
  return (
    <Line name={props.name} hint={props.hint}>
      <span className="ov-sides">
        <Side
          name={t('ov.width')}
          {...{ least, most }}
          value={width}
          onCommit={(px) => props.onCommit(px, height)}
        />{' '}
        ×{' '}
        <Side
          name={t('ov.height')}
          {...{ least, most }}
          value={height}
          onCommit={(px) => props.onCommit(width, px)}
        />
      </span>
    </Line>
  );
};
