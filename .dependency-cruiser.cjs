// Imports point down: utils, types -> errors -> protocol -> network -> cluster -> producer | consumer | admin -> index.
const layers = [
  {
    name: 'utils',
    path: '^src/utils/',
    above: [
      'types',
      'errors',
      'instrumentation',
      'config',
      'protocol',
      'network',
      'cluster',
      'producer',
      'consumer',
      'admin',
      'testing',
      'cli'
    ]
  },
  {
    name: 'types',
    path: '^src/types/',
    above: ['errors', 'instrumentation', 'config', 'protocol', 'network', 'cluster', 'producer', 'consumer', 'admin', 'testing', 'cli']
  },
  {
    name: 'errors',
    path: '^src/errors/',
    above: ['instrumentation', 'config', 'protocol', 'network', 'cluster', 'producer', 'consumer', 'admin', 'testing', 'cli']
  },
  {
    name: 'protocol',
    path: '^src/protocol/',
    above: ['instrumentation', 'config', 'network', 'cluster', 'producer', 'consumer', 'admin', 'testing', 'cli']
  },
  {
    name: 'instrumentation',
    path: '^src/instrumentation/',
    above: ['config', 'network', 'cluster', 'producer', 'consumer', 'admin', 'testing', 'cli']
  },
  { name: 'config', path: '^src/config/', above: ['network', 'cluster', 'producer', 'consumer', 'admin', 'testing', 'cli'] },
  { name: 'network', path: '^src/network/', above: ['cluster', 'producer', 'consumer', 'admin', 'testing', 'cli'] },
  { name: 'cluster', path: '^src/cluster/', above: ['producer', 'consumer', 'admin', 'testing', 'cli'] },
  { name: 'producer', path: '^src/producer/', above: ['consumer', 'admin', 'testing', 'cli'] },
  { name: 'consumer', path: '^src/consumer/', above: ['producer', 'admin', 'testing', 'cli'] },
  { name: 'admin', path: '^src/admin/', above: ['producer', 'consumer', 'testing', 'cli'] }
]

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['^src/index.ts$', '^src/protocol/index.ts$', '^src/testing/index.ts$', '\\.d\\.ts$'] },
      to: {}
    },
    ...layers.map(({ name, path, above }) => ({
      name: `${name}-points-down`,
      severity: 'error',
      from: { path },
      to: { path: `^src/(${above.join('|')})/|^src/(index|kafka)\\.ts$` }
    })),
    {
      name: 'protocol-is-pure',
      comment: 'Bytes to objects and back: no socket, timer, clock or environment',
      severity: 'error',
      from: { path: '^src/protocol/' },
      to: {
        path: '^(node:)?(net|tls|dns|timers|fs|http|https|os|perf_hooks)(/|$)|^src/utils/clock\\.ts$',
        dependencyTypesNot: ['type-only']
      }
    },
    { name: 'not-to-tests', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|bench|examples|scripts)/' } }
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] }
  }
}
