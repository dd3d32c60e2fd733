/** Every suite fails when the process emits a warning (negative timers, listener leaks, deprecations). */
const warnings: Error[] = []
const onWarning = (warning: Error): void => {
  if (warning.name === 'ExperimentalWarning') return
  warnings.push(warning)
}

beforeAll(() => {
  process.on('warning', onWarning)
})

afterAll(() => {
  process.off('warning', onWarning)
  if (warnings.length > 0) throw warnings[0]
})
