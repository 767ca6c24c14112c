import { Menu } from '@base-ui/react/menu';
import { Check, ChevronDown } from 'lucide-react';

/** Some out of a few; none chosen means all. */
export const PickSeveral = <V extends string>(props: {
  readonly label: string;
  readonly chosen: readonly V[];
  readonly choices: readonly { readonly value: V; readonly text: string }[];
  readonly onChange: (chosen: readonly V[]) => void;
}) => {
  const { label, chosen, choices } = props;
  const names = choices.filter(({ value }) => chosen.includes(value)).map(({ text }) => text);
  const toggle = (value: V, on: boolean) =>
    props.onChange(
      choices.map((choice) => choice.value).filter((one) => (one === value ? on : chosen.includes(one))),
    );
  return (
    <Menu.Root>
      <Menu.Trigger
        className="filter-pick"
        data-some={names.length > 0}
        aria-label={names.length === 0 ? label : `${label}: ${names.join(', ')}`}
      >
        <span>{names.length === 0 ? label : names.join(', ')}</span>
        <ChevronDown aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="layer" sideOffset={4} align="start">
          <Menu.Popup className="popup menu">
            {choices.map(({ value, text }) => (
              <Menu.CheckboxItem
                key={value}
                className="menu-item"
                checked={chosen.includes(value)}
                closeOnClick={false}
                onCheckedChange={(on) => toggle(value, on)}
              >
                <span className="menu-check">
                  <Menu.CheckboxItemIndicator>
                    <Check aria-hidden="true" />
                  </Menu.CheckboxItemIndicator>
                </span>
                {text}
              </Menu.CheckboxItem>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
};
