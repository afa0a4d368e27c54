import type { Editor } from '@tiptap/core';
import type { EditorState, Plugin, PluginView } from '@tiptap/pm/state';

/** A plugin with the name of its place in a state. */
type Keyed = Plugin & { readonly key: string };

/** What ProseMirror keeps of the plugins of a state; every state of one editor has the same. */
interface Configuration {
  readonly plugins: Plugin[];
  readonly pluginsByKey: Record<string, Plugin>;
  readonly fields: { name: string; init: unknown; apply: unknown }[];
}

/**
 * Adds plugins to an editor that is at work, before its own: their keys come first. Twice the same is once.
 *
 * `editor.registerPlugin` makes a new configuration, at which the view throws away every plugin's view: the binding then reads
 * the whole shared text and draws it again, and the carets of the others blink. This adds to the configuration that is there.
 */
export function addLatePlugins(editor: Editor, plugins: readonly Plugin[]): void {
  if (editor.isDestroyed) return;
  const { view } = editor;
  const { config } = view.state as unknown as { config: Configuration };
  const added = (plugins as readonly Keyed[]).filter(({ key }) => !Object.hasOwn(config.pluginsByKey, key));
  if (added.length === 0) return;
  config.plugins.unshift(...added);
  for (const plugin of added) addField(config, view.state, plugin);
  // Their events are listened to from now on.
  view.setProps({ handleDOMEvents: {} });
  const { pluginViews: views } = view as unknown as { readonly pluginViews: PluginView[] };
  for (const { spec } of added) if (spec.view) views.push(spec.view(view));
  view.dispatch(view.state.tr.setMeta('addToHistory', false));
}

function addField(config: Configuration, state: EditorState, plugin: Keyed): void {
  const { key, spec } = plugin;
  config.pluginsByKey[key] = plugin;
  if (!spec.state) return;
  const [init, apply] = [spec.state.init.bind(plugin), spec.state.apply.bind(plugin)];
  config.fields.push({ name: key, init, apply });
  Object.assign(state, { [key]: init({}, state) });
}
