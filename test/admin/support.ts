import { createAdmin } from '../../src/admin/admin'
import { InstrumentationEmitter } from '../../src/instrumentation/emitter'
import type { Admin } from '../../src/types/admin'
import { Story, keepingLogger, makeCluster } from '../client/support'
import type { ManualClock } from '../support/manual-clock'

/** An admin client on scripted brokers, connected. */
export interface AdminStory {
  readonly story: Story
  readonly admin: Admin
  readonly clock: ManualClock
  /** What the cluster has logged. */
  readonly lines: string[]
}

const retry = { retries: 5, initialRetryTimeMs: 300, maxRetryTimeMs: 30_000, factor: 0.2, multiplier: 2, explicitRetries: false }
const started: AdminStory[] = []

/** @param versions ranges that the brokers advertise, by API name */
export async function startAdmin(brokers = 1, versions: Record<string, [number, number]> = {}): Promise<AdminStory> {
  const story = await Story.start(brokers, { versions })
  const { logger } = keepingLogger()
  const instrumentation = new InstrumentationEmitter('admin', logger)
  const { cluster, clock, lines } = makeCluster(
    { brokers: story.addresses },
    { allowAutoTopicCreation: false, metadataMaxAgeMs: 0, instrumentation }
  )
  const admin = createAdmin({ cluster, config: { retry }, logger, instrumentation })
  const made = { story, admin, clock, lines }
  started.push(made)
  await admin.connect()
  return made
}

afterEach(async () => {
  for (const { admin, story } of started.splice(0)) {
    await admin.disconnect()
    await story.stop()
  }
})
