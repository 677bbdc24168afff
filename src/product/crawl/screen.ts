import type { LabelRole } from '../types.ts';
import type { AriaNode } from './snapshot.ts';

/** A control that a screen shows. */
export interface SeenControl {
  role: LabelRole;
  name: string;
  /** Address of a link, as the page writes it; else empty. */
  url: string;
  /** Labels of the menus around it, from the outermost. */
  menus: string[];
  /** Whether it stands in the navigation, which most screens share. */
  inNavigation: boolean;
}

const roles: Record<string, LabelRole> = {
  button: 'button',
  link: 'link',
  menu: 'menu',
  menuitem: 'menu item',
  menuitemcheckbox: 'menu item',
  menuitemradio: 'menu item',
  tab: 'tab',
  heading: 'heading',
  textbox: 'field',
  searchbox: 'field',
  spinbutton: 'field',
  slider: 'field',
  combobox: 'list',
  listbox: 'list',
  checkbox: 'checkbox',
  radio: 'option',
  switch: 'switch',
  dialog: 'dialog',
  alertdialog: 'dialog',
};

/** What the customer has stored is no label of the product. */
const data = new Set(['rowgroup', 'grid', 'treegrid', 'feed', 'article', 'log']);

/** The controls in an accessibility tree, in its order. */
export function controlsOf(nodes: AriaNode[]): SeenControl[] {
  const controls: SeenControl[] = [];
  collect(nodes, [], false, controls);
  return controls;
}

function collect(nodes: AriaNode[], menus: string[], inNavigation: boolean, controls: SeenControl[]): void {
  // In a nested menu, the name of a group stands beside the list of what is in it.
  let group: string | null = null;
  for (const { role, name, url, children } of nodes) {
    if (data.has(role)) continue;
    const known = roles[role];
    if (known && name.trim() !== '') controls.push({ role: known, name: name.trim(), url, menus, inNavigation });
    const isList = role === 'list' || role === 'group' || role === 'menu';
    const inside = isList && group !== null && inNavigation ? [...menus, group] : menus;
    collect(children, inside, inNavigation || role === 'navigation' || role === 'menubar', controls);
    if (name.trim() !== '' && (role === 'link' || role === 'button' || role === 'menuitem')) group = name.trim();
  }
}

/** What a screen calls itself: its first heading, else the title of its document. */
export function titleOf(controls: SeenControl[], documentTitle: string): string {
  return controls.find(({ role }) => role === 'heading')?.name ?? documentTitle;
}
