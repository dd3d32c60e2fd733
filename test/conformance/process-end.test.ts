import path from 'node:path'
import type { TestCluster } from '../cluster/test-cluster'
import { conformanceCluster } from './support/conformance-cluster'
import { runProgram } from './support/run-program'
import { uniqueName } from './support/unique-name'

let cluster: TestCluster

beforeAll(async () => {
  cluster = await conformanceCluster()
})

test('after every disconnect nothing is left that keeps the process alive, and it ends without a warning', async () => {
  const program = path.join(__dirname, 'support', 'programs', 'connect-and-disconnect.js')
  const result = await runProgram(program, [cluster.bootstrap.join(','), uniqueName('end'), uniqueName('end')])
  expect(result).toEqual({ status: 0, signal: null, output: 'received v\n[]\n', errors: '' })
})
