const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' }, sourceMaps: 'inline' }
  ]
}
const project = (displayName, testMatch, extra = {}) => ({
  displayName,
  rootDir: __dirname,
  testEnvironment: '<rootDir>/test/support/node-environment.js',
  transform,
  testMatch: testMatch.map(m => `<rootDir>/test/${m}/**/*.test.ts`),
  setupFilesAfterEnv: ['<rootDir>/test/support/fail-on-warning.ts'],
  ...extra
})

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    project('unit', [
      'utils',
      'errors',
      'config',
      'protocol',
      'instrumentation',
      'network',
      'cluster',
      'producer',
      'consumer',
      'admin',
      'client',
      'support',
      'testing',
      'scripts',
      'faults'
    ]),
    project('scenarios', ['scenarios', 'issues']),
    project('contract', ['contract']),
    project('package', ['package']),
    project('foreign', ['conformance/foreign'], {
      setupFilesAfterEnv: ['<rootDir>/test/support/fail-on-warning.ts', '<rootDir>/test/conformance/support/long-timeout.ts']
    }),
    project('conformance', ['conformance'], {
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/conformance/foreign/'],
      globalSetup: '<rootDir>/test/conformance/support/global-setup.js',
      globalTeardown: '<rootDir>/test/conformance/support/global-teardown.js',
      setupFilesAfterEnv: [
        '<rootDir>/test/support/fail-on-warning.ts',
        '<rootDir>/test/conformance/support/long-timeout.ts',
        '<rootDir>/test/conformance/support/clean-logs.ts'
      ]
    })
  ]
}
