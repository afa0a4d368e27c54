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
};
