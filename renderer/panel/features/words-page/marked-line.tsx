import type { Hit } from '../../../../main/contract/models/verdict.ts';
import { markedText, tameText } from '../feed/index.ts';

/** A line with the exact characters lit that rules met. */
export const MarkedLine = (props: { readonly text: string; readonly hits: readonly Hit[] }) => (
  <bdi className="words lit">
    {markedText(props.text, props.hits).map((stretch) =>
      stretch.level === undefined ? (
        tameText(stretch.text)
      ) : (
        <mark key={stretch.start} data-level={stretch.level}>
          {tameText(stretch.text)}
        </mark>
      ),
    )}
  </bdi>
);
