import { Children, Fragment, isValidElement, type ReactNode } from 'react';

/** One thing to choose, with the label of the group it stands in. */
export interface Option {
  readonly value: string;
  readonly text: string;
  readonly group?: string | undefined;
}

interface OptionProps {
  readonly value?: string | number;
  readonly label?: string;
  readonly children?: ReactNode;
}

/** What the `option` and `optgroup` of a list say, that of none too (its value is empty); null where something else draws them. */
export function optionsIn(children: ReactNode, group?: string): readonly Option[] | null {
  const options: Option[] = [];
  for (const child of Children.toArray(children)) {
    if (!isValidElement<OptionProps>(child)) return null;
    const { type, props } = child;
    if (type === 'option') {
      const text = Children.toArray(props.children).join('');
      options.push({ value: String(props.value ?? text), text, group });
    } else if (type === Fragment || type === 'optgroup') {
      const inner = optionsIn(props.children, props.label ?? group);
      if (!inner) return null;
      options.push(...inner);
    } else return null;
  }
  return options;
}
