/**
 * Every suite fails when the process emits a warning (negative timers, listener leaks, deprecations), or when a promise is rejected
 * and nobody ever looks at it. What a suite provokes on purpose it catches itself.
 */
declare const realProcess: NodeJS.Process

const warnings: Error[] = []
const unheard = new Map<Promise<unknown>, unknown>()

const onWarning = (warning: Error): void => {
  // KafkaJS, which some suites run beside odradek, arms timers with negative delays; Node 24 says so.
  if (warning.stack?.includes('/node_modules/kafkajs/') === true) return
  // What a test looks at later than in the same turn is announced, too, and taken back when it does.
  if (warning.name !== 'ExperimentalWarning' && warning.name !== 'PromiseRejectionHandledWarning') warnings.push(warning)
}
const onRejection = (reason: unknown, promise: Promise<unknown>): void => {
  unheard.set(promise, reason)
}
const onHandled = (promise: Promise<unknown>): void => {
  unheard.delete(promise)
}

beforeAll(() => {
  realProcess.on('warning', onWarning)
  realProcess.on('unhandledRejection', onRejection)
  realProcess.on('rejectionHandled', onHandled)
})

afterAll(async () => {
  // Rejections count as unhandled only after the event loop has come round.
  await new Promise(resolve => setImmediate(resolve))
  realProcess.off('warning', onWarning)
  realProcess.off('unhandledRejection', onRejection)
  realProcess.off('rejectionHandled', onHandled)
  for (const trouble of [...warnings, ...unheard.values()]) throw trouble
})
