/**
 * The framework's options, and their only copy. Remix for React is shipped as React Router's
 * framework mode, whose tools read `react-router.config.ts`: that file re-exports this one
 * (docs/decisions/0001).
 *
 * @type {import('@react-router/dev/config').Config}
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  serverBuildFile: 'index.js',
  ssr: true,
  // All addresses are known from the first page on: what is open must go on working without a connection.
  routeDiscovery: { mode: 'initial' },
};
